import type { Names } from '../../features/names/model.ts';
import { languageName, list } from '../../i18n/format.ts';
import type { Raise, Reason } from '../../lib/api/rows.ts';
import { useSay, type Key, type Say } from '../../ui/words.tsx';
import { fieldName, useNames } from './names.tsx';

type Side = 'mentee' | 'mentor';

/** One reason as a sentence for the mentee or the mentor; null for a code this page has no words for. */
function reasonWords(say: Say, names: Names, reason: Reason, side: Side): string | null {
  const key = `fit.${reason.code}.${side}`;
  if (!say.has(key) && !say.has(`${key}.other`)) return null;
  return say(key as Key, {
    field: reason.field ? inSentence(say.lang, fieldName(names, reason.field)) : '',
    topics: list(
      say.lang,
      reason.topics?.map((topic) => say(`fit.topic.${topic}`)) ??
        reason.interests?.map((interest) => say(`form.interest.${interest}`)) ??
        [],
    ),
    language: reason.language ? languageName(say.lang, reason.language) : '',
    level: reason.level ? say(`fit.level.${reason.level}`) : '',
    place: reason.place ? (names.places[reason.place] ?? '') : '',
    count: reason.hours ?? reason.days ?? 0,
  });
}

/** A field's name begins small inside a sentence, unless it begins with letters that stand for words: “IT-ledere”. */
const inSentence = (lang: string, name: string) =>
  name.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLocaleLowerCase(lang));

/** Why these two, strongest first. */
export function Reasons({ reasons, side, most }: { reasons: Reason[]; side: Side; most?: number }) {
  const say = useSay();
  const names = useNames();
  const strongest = [...reasons].sort((a, b) => b.points - a.points);
  const sentences = strongest.flatMap((reason) => reasonWords(say, names, reason, side) ?? []);
  if (sentences.length === 0) return null;
  return (
    <ul class="reasons plain">
      {sentences.slice(0, most).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** The one thing that would raise the fit, and by how much. */
export function RaiseWords({ raise }: { raise: Raise | null }) {
  const say = useSay();
  const key = `fit.raise.${raise?.code}`;
  if (!raise || !say.has(key)) return null;
  const language = raise.language ? languageName(say.lang, raise.language) : '';
  return (
    <p class="raise">
      <strong>{say('fit.raise', { points: raise.points })}</strong>{' '}
      {say(key, { language, hours: raise.hours ?? 0 })}
    </p>
  );
}

/** How well two people fit: five stones, and words for whoever cannot see them. */
export function Stones({ score }: { score: number }) {
  const say = useSay();
  const stones = Math.max(1, Math.round(score / 20));
  return (
    <p class="stones">
      <span aria-hidden="true">
        {[1, 2, 3, 4, 5].map((stone) => (
          <i key={stone} class={stone <= stones ? 'on' : undefined} />
        ))}
      </span>
      {say(`fit.band.${stones as 1 | 2 | 3 | 4 | 5}`)}
    </p>
  );
}
