import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Sql, TransactionSql } from 'postgres';
import type { SignInCrypto } from './sign-in-crypto.ts';
import type { SignInLimits } from './sign-in-limits.ts';

/** Why a code or link was not taken; the key of the words shown. */
export type Refusal =
  | { key: 'code_wrong'; left: number }
  | { key: 'code_used' | 'code_old' | 'code_void' }
  | { key: 'too_soon' | 'too_many'; seconds: number };

/** A code or link that was right: whose it is, and how to give it back if the sign-in fails after all. */
export interface Taken {
  key: 'ok';
  address: string;
  giveBack: () => Promise<void>;
}

interface Row {
  id: string;
  sealed: Buffer | null;
  code_mac: Buffer | null;
  tries: number;
  asked_at: Date;
  used_at: Date | null;
}

export type SignInCodes = ReturnType<typeof signInCodes>;

/**
 * The codes that were mailed. Nothing here looks at who has an account, so nothing here can tell.
 * @param now the clock, so that tests can say "ten minutes later"
 */
export function signInCodes(sql: Sql, crypto: SignInCrypto, limits: SignInLimits, now: () => Date) {
  const live = (row: Row) => !row.used_at && now().getTime() - row.asked_at.getTime() <= limits.life * 1000;

  /** Makes a code and a link for an address, if mails to it and from this sender are still allowed. */
  async function ask(address: string, sender: string) {
    const addressMac = crypto.mac('address', address);
    const senderMac = crypto.mac('sender', sender);
    return sql.begin(async (tx) => {
      await lock(tx, senderMac);
      await lock(tx, addressMac);
      const refusal =
        (await tooMany(tx, tx`sender_mac = ${senderMac}`, limits.mailsPerSender, 3600, 'too_many')) ??
        (await tooMany(tx, tx`address_mac = ${addressMac}`, 1, limits.pause, 'too_soon')) ??
        (await tooMany(tx, tx`address_mac = ${addressMac}`, limits.mailsPerHour, 3600, 'too_many'));
      if (refusal) return refusal;
      const code = crypto.newCode();
      const link = crypto.newLink();
      const id = randomUUID();
      await tx`insert into sign_in.codes (id, address_mac, sender_mac, sealed, code_mac, link_mac, asked_at)
        values (${id}, ${addressMac}, ${senderMac}, ${crypto.seal(address)}, ${crypto.mac('code', `${id} ${code}`)},
          ${crypto.mac('link', link)}, ${now()})`;
      return { key: 'ok' as const, id, code, link };
    });
  }

  async function tooMany(
    tx: TransactionSql,
    whose: ReturnType<TransactionSql>,
    most: number,
    seconds: number,
    key: 'too_soon' | 'too_many',
  ) {
    const since = new Date(now().getTime() - seconds * 1000);
    const mails = await tx<{ asked_at: Date }[]>`select asked_at from sign_in.codes
      where ${whose} and sealed is not null and asked_at > ${since} order by asked_at desc limit ${most}`;
    const oldest = mails[most - 1];
    if (!oldest) return null;
    return { key, seconds: Math.ceil((oldest.asked_at.getTime() - since.getTime()) / 1000) };
  }

  /** Tries a code. An address that never asked for one is answered as one that did, five tries and all. */
  async function takeCode(address: string, code: string): Promise<Taken | Refusal> {
    const addressMac = crypto.mac('address', address);
    return sql.begin(async (tx) => {
      await lock(tx, addressMac);
      const rows = await tx<Row[]>`select id, sealed, code_mac, tries, asked_at, used_at from sign_in.codes
        where address_mac = ${addressMac} order by asked_at desc limit 20`;
      const current = rows[0] && live(rows[0]) ? rows[0] : null;
      const match = rows.find((row) => matches(row, code));
      if (current && current.tries >= limits.tries) return { key: 'code_void' };
      if (match && match === current) return take(tx, match);
      if (match) return { key: match.used_at ? 'code_used' : 'code_old' };
      const tries = (current?.tries ?? 0) + 1;
      await (current
        ? tx`update sign_in.codes set tries = ${tries} where id = ${current.id}`
        : tx`insert into sign_in.codes (address_mac, asked_at, tries) values (${addressMac}, ${now()}, ${tries})`);
      const left = limits.tries - tries;
      return left > 0 ? { key: 'code_wrong', left } : { key: 'code_void' };
    });
  }

  /** Takes a link. It cannot be guessed, so nothing is counted; whoever tries codes for her address does not lock her out. */
  async function takeLink(link: string): Promise<Taken | Refusal> {
    return sql.begin(async (tx) => {
      const [found] = await tx<{ address_mac: Buffer }[]>`select address_mac from sign_in.codes
        where link_mac = ${crypto.mac('link', link)}`;
      if (!found) return { key: 'code_old' };
      await lock(tx, found.address_mac);
      const [row] = await tx<
        (Row & { newest: boolean })[]
      >`select id, sealed, code_mac, tries, asked_at, used_at,
          not exists (select from sign_in.codes n where n.address_mac = c.address_mac and n.sealed is not null
            and n.asked_at > c.asked_at) as newest
        from sign_in.codes c where link_mac = ${crypto.mac('link', link)}`;
      if (!row) return { key: 'code_old' };
      if (row.used_at) return { key: 'code_used' };
      if (!live(row) || !row.newest) return { key: 'code_old' };
      return take(tx, row);
    });
  }

  async function take(tx: TransactionSql, row: Row): Promise<Taken> {
    await tx`update sign_in.codes set used_at = ${now()} where id = ${row.id} and used_at is null`;
    const giveBack = async () =>
      void (await sql`update sign_in.codes set used_at = null where id = ${row.id}`);
    if (!row.sealed) throw new Error('A row without an address has no code.');
    return { key: 'ok', address: crypto.unseal(row.sealed), giveBack };
  }

  function matches(row: Row, code: string): boolean {
    const mac = crypto.mac('code', `${row.id} ${code}`);
    return row.code_mac !== null && timingSafeEqual(row.code_mac, mac);
  }

  /** What is older than a day answers nobody any more. */
  const forget = () =>
    sql`delete from sign_in.codes where asked_at < ${new Date(now().getTime() - 86_400_000)}`;

  return { ask, takeCode, takeLink, forget };
}

/** One at a time per address and per sender: two requests in the same moment are counted one after the other. */
async function lock(tx: TransactionSql, mac: Buffer): Promise<void> {
  await tx`select pg_advisory_xact_lock(${mac.readBigInt64BE().toString()}::bigint)`;
}

/** The guard's own table. It is no part of the product: a hosted Supabase keeps codes itself. */
export async function openSignInTable(sql: Sql): Promise<void> {
  await sql`create schema if not exists sign_in`;
  await sql`create table if not exists sign_in.codes (
    id uuid primary key default gen_random_uuid(), address_mac bytea not null, sender_mac bytea, sealed bytea,
    code_mac bytea, link_mac bytea unique, tries smallint not null default 0, asked_at timestamptz not null,
    used_at timestamptz)`;
  await sql`create index if not exists codes_address on sign_in.codes (address_mac, asked_at desc)`;
  await sql`create index if not exists codes_sender on sign_in.codes (sender_mac, asked_at desc)`;
}
