import type { Application } from '../../features/applications/desk-model.ts';
import type { Message } from '../../features/applications/rows.ts';
import { momentWords } from '../../lib/dates.ts';
import { useSay } from '../../ui/words.tsx';

/** What was asked, answered and decided, in its order. */
export function Messages({ one }: { one: Application }) {
  const say = useSay();
  if (one.messages.length === 0) return null;
  return (
    <section aria-labelledby="messages-title">
      <h3 id="messages-title">{say('application-desk.messages')}</h3>
      {one.messages.map((message) => (
        <Said key={message.at + message.kind} message={message} name={one.name} />
      ))}
    </section>
  );
}

function Said({ message: { kind, text, at }, name }: { message: Message; name: string }) {
  const say = useSay();
  return (
    <figure class="quote">
      <figcaption>
        {say(`application-desk.message.${kind}`, { name, at: momentWords(say.lang, at) })}
      </figcaption>
      <blockquote dir="auto">{text}</blockquote>
    </figure>
  );
}
