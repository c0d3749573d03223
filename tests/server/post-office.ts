import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What a mail server may do with a mail. */
export type Mood = 'take' | 'later' | 'never' | 'silent';

/** A mail as it came in. */
export interface Received {
  to: string;
  messageId: string;
  subject: string;
  source: string;
}

/** A mail server that does as it is told, recipient by recipient. */
export async function openPostOffice(moodFor: (address: string) => Mood) {
  const received: Received[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 200,
    onRcptTo({ address }, _session, answer) {
      const mood = moodFor(address);
      if (mood === 'later') return answer(Object.assign(new Error('try again later'), { responseCode: 451 }));
      if (mood === 'never')
        return answer(Object.assign(new Error(`no ${address} here`), { responseCode: 550 }));
      if (mood === 'take') answer();
    },
    onData(stream, session, answer) {
      let source = '';
      stream.on('data', (chunk) => (source += chunk));
      stream.on('end', () => {
        const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(source)?.[1]?.trim() ?? '';
        const to = session.envelope.rcptTo[0]?.address ?? '';
        received.push({ to, messageId: header('Message-ID'), subject: header('Subject'), source });
        answer();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
