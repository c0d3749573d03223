import type { Sql } from 'postgres';
import type { Mail, Transport } from './transport.ts';

/** A mail as it lies in the local mailbox. */
export interface KeptMail {
  id: string;
  address: string;
  subject: string;
  text: string;
  sent_at: Date;
}

/** The mailbox of a machine whose mails go nowhere else. */
export interface Mailbox extends Transport {
  newest: (address?: string) => Promise<KeptMail[]>;
}

/** Keeps mails in the database instead of sending them: nothing is lost at a restart, and `--fresh` forgets them. */
export async function openMailbox(sql: Sql): Promise<Mailbox> {
  await sql`create schema if not exists mailbox`;
  await sql`create table if not exists mailbox.mails (
    id bigint generated always as identity primary key, message_id text not null unique, address text not null,
    subject text not null, text text not null, sent_at timestamptz not null default now())`;
  return {
    /** The same Message-Id twice is the same mail, as it is for a mail program. */
    async send({ messageId, address, subject, text }: Mail) {
      await sql`insert into mailbox.mails (message_id, address, subject, text)
        values (${messageId}, ${address}, ${subject}, ${text}) on conflict do nothing`;
    },
    newest: (address) => sql<KeptMail[]>`select id, address, subject, text, sent_at from mailbox.mails
      ${address ? sql`where address = ${address.toLowerCase()}` : sql``} order by id desc limit 100`,
    close: () => Promise.resolve(),
  };
}
