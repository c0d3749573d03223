import type { Sql } from 'postgres';
import { mailValues } from './mail-values.ts';
import { fillMail } from './render-mail.ts';
import { reasonOf } from './reason.ts';
import { messageIdOf, type Transport } from './transport.ts';

interface QueuedMail {
  id: string;
  key: string;
  kind: string;
  locale: string;
  address: string;
  params: Record<string, unknown>;
  /** The clock the reader lives by. */
  zone: string;
}

/** The words of a mail, by language and kind, as they stand in `src/content/mails`. Throws where there are none. */
export type WordsOf = (locale: string, kind: string) => Promise<string>;

/** Well within the two minutes that a mail is leased for. */
const renewEvery = 40_000;

/**
 * Sends the mails that are due, ten at a time, until none is left. Safe to run in several places at once: each mail is
 * leased to one of them for as long as it sends, and comes back by itself if that one dies.
 * @param sql the operator's connection
 * @param siteUrl what links begin with
 * @param renew milliseconds after which a mail that is still on its way is kept for longer
 * @returns how many left and how many did not
 */
export async function deliverDue(
  sql: Sql,
  transport: Transport,
  wordsOf: WordsOf,
  siteUrl: string,
  renew = renewEvery,
): Promise<{ sent: number; failed: number }> {
  const count = { sent: 0, failed: 0 };
  for (;;) {
    const mails = await sql<
      QueuedMail[]
    >`select id, key, kind, locale, address, params, zone from private.take_mail(10, now())`;
    if (mails.length === 0) return count;
    const left = await Promise.all(mails.map((mail) => send(sql, transport, wordsOf, siteUrl, mail, renew)));
    for (const one of left) count[one ? 'sent' : 'failed']++;
  }
}

async function send(
  sql: Sql,
  transport: Transport,
  wordsOf: WordsOf,
  siteUrl: string,
  mail: QueuedMail,
  renew: number,
) {
  const { id, key, kind, locale, address } = mail;
  try {
    const site = `${siteUrl}/${locale}/`;
    const always = { link: `${site}my/`, site };
    const source = await wordsOf(locale, kind);
    const words = fillMail(
      source,
      mailFile(locale, kind),
      mailValues(locale, mail.params, mail.zone),
      always,
    );
    const messageId = messageIdOf(key, new URL(siteUrl).hostname);
    const stop = kind === 'newsletter-sent' && `${site}newsletter/#${String(mail.params['secret'])}`;
    const whole = { messageId, address, ...words, ...(stop && { stop }) };
    await keeping(sql, id, renew, transport.send(whole));
  } catch (error) {
    const reason = reasonOf(error);
    console.error(`Mail ${id} (${kind}) did not leave: ${reason}`);
    await sql`select private.mail_failed(${id}::bigint, ${reason}, now())`;
    return false;
  }
  await sql`select private.mail_sent(${id}::bigint)`;
  return true;
}

/** Keeps a mail for this worker while it is on its way, however long the mail server takes. */
async function keeping(sql: Sql, id: string, renew: number, sending: Promise<void>): Promise<void> {
  const beat = setInterval(() => void sql`select private.keep_mail(${id}::bigint)`.catch(() => {}), renew);
  await sending.finally(() => clearInterval(beat));
}

/** Where a mail's words stand. */
export function mailFile(locale: string, kind: string): string {
  return `src/content/mails/${locale}/${kind}.md`;
}
