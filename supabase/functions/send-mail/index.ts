// Sends the mails that are due. Called every minute by the project's scheduler, see docs/operate.md.
import { deliverDue } from '../../../server/deliver.ts';
import { openSmtp } from '../../../server/transport.ts';
import { answerScheduler, setting } from '../shared/scheduler.ts';
import words from './words.json' with { type: 'json' };

const wordsOf = (locale: string, kind: string) => {
  const text = (words as Record<string, string>)[`${locale}/${kind}`];
  return text
    ? Promise.resolve(text)
    : Promise.reject(new Error(`src/content/mails/${locale}/${kind}.md is missing.`));
};

Deno.serve(
  answerScheduler(async (sql) => {
    const transport = openSmtp(setting('SMTP_URL'), setting('MAIL_FROM'));
    try {
      return await deliverDue(sql, transport, wordsOf, setting('PUBLIC_SITE_URL'));
    } finally {
      await transport.close();
    }
  }),
);
