import type { Sql } from 'postgres';
import { deliverDue } from './deliver.ts';
import { readWords } from './mail-words.ts';
import { reasonOf } from './reason.ts';
import type { Transport } from './transport.ts';

/** Something that runs until it is told to stop. */
export interface Worker {
  /** Sends what is due now, and resolves when nothing is left. */
  drain: () => Promise<unknown>;
  stop: () => Promise<void>;
}

/** Sends queued mails as they come, and lets time pass once a minute: nudges, expiries, reminders. */
export async function startWorker(sql: Sql, transport: Transport, siteUrl: string): Promise<Worker> {
  let stopped = false;
  let running: Promise<unknown> | null = null;

  /** One run at a time; a call during a run gets that run's end. */
  const drain = () =>
    (running ??= deliverDue(sql, transport, readWords, siteUrl).finally(() => (running = null)));
  const quietly = (work: () => Promise<unknown>) => () =>
    void work().catch(
      (error: unknown) => stopped || console.error(`The worker stumbled: ${reasonOf(error)}`),
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
