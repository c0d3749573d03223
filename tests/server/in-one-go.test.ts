import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inOneGo } from '../../server/in-one-go.ts';
import { startEmbedded, type Embedded } from '../embedded.ts';

let product: Embedded;
let sql: Sql;
beforeAll(async () => {
  product = await startEmbedded();
  sql = postgres(product.databaseUrl, { max: 2, onnotice: () => {} });
  inOneGo(sql);
}, 60_000);
afterAll(async () => {
  await sql.end();
  await product.stop();
});

/** A call as the library makes it: what it begins with, a question, the end. */
async function call(role: string, question: string): Promise<unknown> {
  const connection = await sql.reserve();
  try {
    await connection.unsafe('begin');
    await connection.unsafe("SELECT set_config('role', $1, true)", [role]);
    await connection.unsafe("SELECT set_config('request.path', $1, true)", [question]);
    const [row] = await connection.unsafe(question);
    await connection.unsafe('commit');
    return row;
  } catch (error) {
    await connection.unsafe('rollback');
    throw error;
  } finally {
    connection.release();
  }
}

const who = `select current_user::text as role, current_setting('request.path', true) as path`;

test('what a call begins with holds for its question, and not for the call after it', async () => {
  for (const role of ['anon', 'authenticated', 'anon'])
    expect(await call(role, who)).toEqual({ role, path: who });
  const [after] =
    await sql`select current_user::text as role, nullif(current_setting('request.path', true), '') as path`;
  expect(after).toEqual({ role: expect.not.stringMatching(/^(anon|authenticated)$/), path: null });
});

test('fifty calls at once each keep their own role', async () => {
  const roles = Array.from({ length: 50 }, (_, nr) => (nr % 2 ? 'anon' : 'authenticated'));
  const answers = await Promise.all(roles.map((role) => call(role, who)));
  expect(answers).toEqual(roles.map((role) => ({ role, path: who })));
});

test('where the role cannot be taken, nothing is asked in another one, and the first error is told', async () => {
  await expect(call('nobody-of-that-name', who)).rejects.toThrow('role "nobody-of-that-name" does not exist');
  expect(await call('anon', who)).toEqual({ role: 'anon', path: who });
});
