import type { Introduction } from '../../features/introductions/model.ts';
import { languageName, list } from '../../i18n/format.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { useSay } from '../../ui/words.tsx';
import { fieldName, useNames } from '../fit/names.tsx';

/** A mentor as a visitor meets her; she looks at the same before she says yes. */
export function IntroductionCard({ card }: { card: Introduction }) {
  const say = useSay();
  const names = useNames();
  const { name, field, words, languages, region, picture } = card;
  const spoken = list(
    say.lang,
    languages.map((language) => languageName(say.lang, language)),
  );
  return (
    <article class="card introduction">
      <div class="who">
        <Avatar name={name} picture={picture} large />
        <div>
          <h3>
            <bdi>{name}</bdi>
          </h3>
          <p>{fieldName(names, field)}</p>
        </div>
      </div>
      <p class="about" dir="auto">
        {words || say('introduction.mine.empty')}
      </p>
      <ul class="brief plain">
        <li>{say('introduction.speaks', { languages: spoken })}</li>
        {region && <li>{names.places[region] ?? region}</li>}
      </ul>
    </article>
  );
}
