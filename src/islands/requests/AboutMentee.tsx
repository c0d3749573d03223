import type { MenteeCard } from '../../lib/api/rows.ts';
import { useSay } from '../../ui/words.tsx';
import { Facts } from '../fit/names.tsx';

/** What a mentor reads about a mentee who asks. */
export function AboutMentee({ card }: { card: MenteeCard }) {
  const say = useSay();
  return (
    <>
      <p class="about" dir="auto">
        {card.about}
      </p>
      <Facts card={card} />
      <h4>{say('request.goals')}</h4>
      <ul class="chips plain">
        {card.goals.map((topic) => (
          <li key={topic}>{say(`form.topic.${topic}`)}</li>
        ))}
      </ul>
    </>
  );
}
