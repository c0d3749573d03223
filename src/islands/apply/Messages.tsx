import type { Message } from '../../features/applications/rows.ts';
import { dateWords } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';
import { Quote } from '../requests/Quote.tsx';

/** What went to and fro, the oldest first; a letter is shown as it was written. */
export function Messages({ messages }: { messages: readonly Message[] }) {
  const say = useSay();
  if (messages.length === 0) return null;
  return (
    <section class="messages">
      <h3>{say('applications.messages')}</h3>
      {messages.map(({ kind, text, at }) => (
        <Quote
          key={at + kind}
          label={say(`applications.${kind}`, { day: dateWords(say.lang, at) })}
          text={text}
        />
      ))}
    </section>
  );
}
