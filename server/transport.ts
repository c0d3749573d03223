import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';

/** A mail on its way out. */
export interface Mail {
  /** The same for every try, so that a receiver recognises a repeat. */
  messageId: string;
  address: string;
  subject: string;
  text: string;
  /** The page that stops mails of this kind: mail programmes show it as a button of their own. */
  stop?: string;
}

/** Where mails go: another server, or the mailbox of this machine. */
export interface Transport {
  send: (mail: Mail) => Promise<void>;
  close: () => Promise<void>;
}

/** A stable Message-Id from what a mail is about; nothing of it can be read back. */
export function messageIdOf(key: string, domain: string): string {
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`;
}

/**
 * Sends through an SMTP server.
 * @param url such as `smtps://user:password@mail.example.org`
 * @param from what stands in the From line
 * @param patience milliseconds to wait for a silent server
 */
export function openSmtp(url: string, from: string, patience = 20_000): Transport {
  const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const smtp = nodemailer.createTransport({ url, pool: true, maxConnections: 3, ...timeouts });
  return {
    async send({ messageId, address, subject, text, stop }) {
      const headers = { 'Auto-Submitted': 'auto-generated' };
      await smtp.sendMail({
        messageId,
        from,
        to: { name: '', address },
        subject,
        text,
        headers,
        ...(stop && { list: { unsubscribe: stop } }),
        disableUrlAccess: true,
        disableFileAccess: true,
      });
    },
    async close() {
      smtp.close();
    },
  };
}
