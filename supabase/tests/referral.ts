/** Somebody who is referred, and how far it has come. */
import type { Sql } from 'postgres';
import { asPerson, refusalOf } from '../../tests/database.ts';
import { act } from './affair.ts';
import { id } from './cast.ts';

/** What a partner fills in; a test names what differs. */
export interface Filled {
  name?: string;
  locale?: string;
  address?: string | null;
  phone?: string | null;
  self_check?: Record<string, string>;
  understands?: string;
  wants?: string;
  comment?: string | null;
  consent?: string | null;
  consent_locale?: string;
}
const filled: Required<Filled> = {
  name: 'Alma',
  locale: 'nb',
  address: `${id.alma}@example.org`,
  phone: null,
  self_check: { area: 'yes', commitment: 'unknown' },
  understands: 'yes',
  wants: 'yes',
  comment: 'She is glad of a call in the morning.',
  consent: 'said-yes-1',
  consent_locale: 'nb',
};

const literal = (value: unknown) =>
  value === null
    ? 'null'
    : `'${(typeof value === 'object' ? JSON.stringify(value) : String(value)).replaceAll("'", "''")}'`;

/** As a call: refer somebody with this link. */
export const refer = (secret: string, different: Filled = {}) =>
  `refer(${[secret, ...Object.values({ ...filled, ...different })].map(literal).join(', ')})`;

export interface Receipt {
  code: string;
  status_secret: string;
}

/** Acts without an account. */
export async function visit<T = unknown>(sql: Sql, call: string): Promise<T> {
  const [row] = await asPerson(sql, null, (as) => as.unsafe(`select public.${call} as answer`));
  return row!.answer as T;
}

/** Acts without an account and is refused: the key. */
export const turnedAway = (sql: Sql, call: string) => refusalOf(visit(sql, call));

/** Ingrid adds a language school to `free`. */
export const addPartner = (sql: Sql, name = 'Language School North') =>
  act<{ id: string; secret: string; until: string }>(
    sql,
    id.ingrid,
    `add_partner('free', null, '${name}', 'language-school')`,
  );

/** The secret of the newest mail of a kind to somebody, which only she has. */
export async function mailed(sql: Sql, person: string, kind = 'referral-invitation'): Promise<string> {
  const [mail] = await sql<{ secret: string }[]>`select params ->> 'secret' as secret from private.outbox
    where person = ${person} and kind = ${kind} order by id desc limit 1`;
  return mail?.secret ?? '';
}

/** A partner has referred Alma by mail. Answers every secret there is. */
export async function referAlma(sql: Sql) {
  const partner = await addPartner(sql);
  const receipt = await visit<Receipt>(sql, refer(partner.secret));
  const [row] = await sql<{ id: string }[]>`select id from public.referrals where code = ${receipt.code}`;
  return { partner, receipt, referral: row!.id, key: await mailed(sql, id.alma) };
}
