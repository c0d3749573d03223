/** Who may do what: the declared matrix of verbs against the database, and nothing missing from it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../../tests/database.ts';
import { busyTown, type BusyTown } from './busy-town.ts';
import { actors, type Actor } from './matrix.ts';
import { become, pretend } from './matrix-read.ts';
import { verbs, type Verb } from './matrix-verbs.ts';

let town: BusyTown;
beforeAll(async () => {
  town = await busyTown();
});
afterAll(() => town.close());

test('no function in public is missing from the matrix', async () => {
  const there = await town.sql<{ name: string }[]>`
    select distinct proname as name from pg_proc where pronamespace = 'public'::regnamespace order by 1`;
  expect(there.map(({ name }) => name)).toEqual(Object.keys(verbs).sort());
});

/** `works`, or the key an actor is refused with. */
function declared(verb: Verb, actor: Actor): string {
  if (actor === 'visitor') return '42501';
  if (verb.may === 'all' || verb.may.includes(actor)) return 'works';
  return verb.but?.[actor] ?? verb.else!;
}

describe.each(Object.entries(verbs))('%s', (_, verb) => {
  test('those who may, may; the others are refused by key', async () => {
    const found: [Actor, string][] = [];
    for (const actor of actors) {
      const act = pretend(town.sql, async (tx) => {
        if (verb.before) await tx.unsafe(verb.before(town.is));
        await become(tx, actor);
        await tx.unsafe(`select public.${verb.call(town.is)}`);
      });
      found.push([actor, (await refusalOf(act)) ?? 'works']);
    }
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(actors.map((actor) => [actor, declared(verb, actor)])),
    );
  });
});
