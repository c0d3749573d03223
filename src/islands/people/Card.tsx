import { regionOf, type Choices } from '../../features/people/choices.ts';
import { numberTyped, type Typed } from '../../features/people/typed.ts';
import type { MenteeCard, Spoken } from '../../lib/api/rows.ts';
import type { Topic } from '../../schemas/vocabulary.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { useSay, type Key } from '../../ui/words.tsx';
import { Facts, fieldName, useNames } from '../fit/names.tsx';

interface Props {
  values: Typed;
  topics: Topic[];
  about: Key;
  choices: Choices;
}

/** The card others will see, drawn from what is typed so far. */
export function Card({ values, topics, about, choices }: Props) {
  const say = useSay();
  const names = useNames();
  const name = values.shown_name.trim();
  const card = cardOf(values, choices);
  return (
    <section class="preview" aria-labelledby="preview">
      <h2 id="preview">{say('people.preview')}</h2>
      {name === '' && !card ? (
        <p class="soft">{say('people.preview.empty')}</p>
      ) : (
        <article class="card">
          <div class="who">
            <Avatar name={name} />
            <div>
              <h3>{name || say('people.preview.name')}</h3>
              <p>
                {[values.field && fieldName(names, values.field), values.specialism.trim()]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
          </div>
          <p class="about">{values.about.trim()}</p>
          {card && <Facts card={card} />}
          {topics.length > 0 && (
            <>
              <h4>{say(about)}</h4>
              <ul class="chips plain">
                {topics.map((topic) => (
                  <li key={topic}>{say(`form.topic.${topic}`)}</li>
                ))}
              </ul>
            </>
          )}
        </article>
      )}
    </section>
  );
}

/** Facts stand on the card as soon as all of them are known. */
function cardOf(values: Typed, choices: Choices): MenteeCard | null {
  const languages = values.languages.filter(({ language, level }) => language && level) as Spoken[];
  const { place, formats, field } = values;
  const hours = numberTyped(values.hours);
  if (languages.length === 0 || !place || formats.length === 0 || !Number.isInteger(hours)) return null;
  const region = regionOf(choices.countries, place);
  const { shown_name: name, specialism, about } = values;
  return { person: '', name, field, specialism, languages, formats, place, region, hours, about, goals: [] };
}
