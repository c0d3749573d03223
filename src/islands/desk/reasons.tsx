import type { Names } from '../../features/names/model.ts';
import { languageName } from '../../i18n/format.ts';
import type { FoundMentor, Reason } from '../../lib/api/rows.ts';
import type { SpokenLanguage } from '../../schemas/vocabulary.ts';
import { useSay, type Key, type Say } from '../../ui/words.tsx';
import { fieldName, useNames } from '../fit/names.tsx';
import { topicWords } from './labels.tsx';

/** Why these two fit, as somebody beside them would say it; the strongest first. */
export function Reasons({ reasons }: { reasons: Reason[] }) {
  const say = useSay();
  const names = useNames();
  const strongest = reasons.toSorted((a, b) => weight(b) - weight(a));
  const sentences = strongest.flatMap((reason) => reasonWords(say, names, reason) ?? []);
  return (
    <ul class="desk-reasons">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** Its part of the whole fit, in per cent. */
const weight = (reason: Reason & { points?: number }) => reason.points ?? 0;

/** Null for a code that has no words yet. */
function reasonWords(say: Say, names: Names, reason: Reason): string | null {
  const native = reason.code === 'talk-in' && reason.level === 'N';
  const key = `desk.reason.${reason.code}${native ? '.N' : ''}`;
  if (!say.has(key) && !say.has(`${key}.other`)) return null;
  return say(key as Key, {
    field: reason.field ? fieldName(names, reason.field) : '',
    topics: reason.interests
      ? reason.interests.map((interest) => say(`form.interest.${interest}`)).join(', ')
      : topicWords(say, reason.topics ?? []),
    language: reason.language ? languageName(say.lang, reason.language) : '',
    level: reason.level ?? '',
    place: reason.place ? (names.places[reason.place] ?? reason.place) : '',
    count: reason.hours ?? reason.days ?? 0,
  });
}

/** The one change on the mentee's side that would raise the fit most. */
export function Raise({ raise }: { raise: FoundMentor['raise'] }) {
  const say = useSay();
  const { code, points = 0, language, hours = 0 } = (raise ?? {}) as RaiseParts;
  const key = `desk.raise.${code}`;
  if (!say.has(key) && !say.has(`${key}.other`)) return null;
  const words = { points, count: hours, language: language ? languageName(say.lang, language) : '' };
  return <p class="desk-raise">{say(key as Key, words)}</p>;
}

interface RaiseParts {
  code?: string;
  points?: number;
  language?: SpokenLanguage;
  hours?: number;
}
