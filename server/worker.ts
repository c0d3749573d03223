import type { Sql } from 'postgres';
import { spellDates } from './mail-dates.ts';
import { renderMail } from './mail-words.ts';
import { messageIdOf, reasonOf, type Transport } from './transport.ts';

interface QueuedMail {
  id: string;
  key: string;
  kind: string;
  locale: string;
  address: string;
  name: string | null;
  params: Record<string, string | number>;
}

/** Something that runs until it is told to stop. */
export interface Worker {
  /** Sends what is due now, and resolves when nothing is left. */
  drain: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Sends queued mails and lets time pass: what is due, nudges and expiries. */
export async function startWorker(sql: Sql, transport: Transport, siteUrl: string): Promise<Worker> {
  const domain = new URL(siteUrl).hostname;
  let stopped = false;
  let running: Promise<void> | null = null;

  async function send(mail: QueuedMail): Promise<void> {
    try {
      const link = `${siteUrl}/${mail.locale}/my/`;
      const words = await renderMail(mail.kind, mail.locale, spellDates(mail.params, mail.locale), { link });
      await transport.send({ messageId: messageIdOf(mail.key, domain), address: mail.address, ...words });
    } catch (error) {
      const reason = reasonOf(error);
      console.error(`Mail ${mail.id} (${mail.kind}) did not leave: ${reason}`);
      await sql`select private.mail_failed(${mail.id}::bigint, ${reason}, now())`;
      return;
    }
    await sql`select private.mail_sent(${mail.id}::bigint)`;
  }

  async function drainNow(): Promise<void> {
    for (;;) {
      const mails = await sql<QueuedMail[]>`select id, key, kind, locale, address, name, params
        from private.take_mail(10, now())`;
      await Promise.all(mails.map(send));
      if (stopped || mails.length === 0) return;
    }
  }

  /** One run at a time; a call during a run gets that run's end. */
  const drain = () => (running ??= drainNow().finally(() => (running = null)));
  const quietly = (work: () => Promise<unknown>) => () =>
    void work().catch(
      (error: unknown) => stopped || console.error(`The worker stumbled: ${reasonOf(error)}.`),
    );

  const beats = [
    setInterval(quietly(drain), 2000),
    setInterval(
      quietly(() => sql`select private.run_due(now())`),
      60_000,
    ),
  ];
  const listening = await sql.listen('mail', quietly(drain));
  quietly(drain)();
  return {
    drain,
    async stop() {
      stopped = true;
      beats.forEach(clearInterval);
      await listening.unlisten().catch(() => {});
      await running?.catch(() => {});
    },
  };
}
