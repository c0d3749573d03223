import type { ComponentChildren } from 'preact';
import type { MentorCard } from '../../lib/api/rows.ts';
import { useSay } from '../../ui/words.tsx';
import { Facts, fieldName, useNames } from '../fit/names.tsx';

interface Props {
  card: Omit<MentorCard, 'answer_days'>;
  portrait: ComponentChildren;
  /** What stands beside the name, such as how well two fit. */
  beside?: ComponentChildren;
}

/** What a mentee reads about a mentor: who it is, in which words, and with what she can help. */
export function Face({ card, portrait, beside }: Props) {
  const say = useSay();
  const names = useNames();
  return (
    <>
      <div class="who">
        {portrait}
        <div>
          <h2>
            <bdi>{card.name}</bdi>
          </h2>
          <p>
            {fieldName(names, card.field)}
            {card.specialism && (
              <>
                {' · '}
                <bdi>{card.specialism}</bdi>
              </>
            )}
          </p>
        </div>
        {beside}
      </div>
      <p class="about" dir="auto">
        {card.about}
      </p>
      <Facts card={card} />
      <h3>{say('mentor.offers')}</h3>
      <ul class="chips plain">
        {card.offers.map((topic) => (
          <li key={topic}>{say(`form.topic.${topic}`)}</li>
        ))}
      </ul>
    </>
  );
}
