import { setTimeout as wait } from 'node:timers/promises';
import type { SendCode } from './guard.ts';
import { renderMail } from './mail-words.ts';
import { reasonOf } from './reason.ts';
import { messageIdOf, type Transport } from './transport.ts';

/** Seconds before each further try; a code lives ten minutes, and its owner can ask for another. */
const pauses = [2, 10, 30, 60];

/**
 * Mails sign-in codes, after the answer and in memory only: a code is written nowhere in clear.
 * @param siteUrl what links begin with; never taken from a request
 */
export function codeMailer(transport: Transport, siteUrl: string, minutes: number): SendCode {
  const domain = new URL(siteUrl).hostname;
  return ({ id, address, locale, code, link }) => {
    const send = async () => {
      const url = `${siteUrl}/${locale}/sign-in/link/#${link}`;
      const mail = await renderMail('sign-in-code', locale, { code, link: url, minutes });
      await transport.send({ messageId: messageIdOf(`sign-in ${id}`, domain), address, ...mail });
    };
    void (async () => {
      for (const pause of [...pauses, null]) {
        try {
          return await send();
        } catch (error) {
          console.error(`A sign-in mail did not leave: ${reasonOf(error)}.`);
          if (pause === null) return;
          await wait(pause * 1000, undefined, { ref: false });
        }
      }
    })();
  };
}
