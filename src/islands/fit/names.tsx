import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Names } from '../../features/names/model.ts';
import { languageName, list } from '../../i18n/format.ts';
import type { AnyCard, Spoken } from '../../lib/api/rows.ts';
import { useSay, type Say } from '../../ui/words.tsx';

export const NamesOf = createContext<Names>({ fields: {}, places: {} });

export const useNames = () => useContext(NamesOf);

export const fieldName = (names: Names, code: string) => names.fields[code] ?? code;

/** “Stavanger, Rogaland”; a region alone where that is all there is. */
export function placeName(names: Names, { place, region }: { place: string; region?: string }): string {
  const parts = [names.places[place] ?? place, region ? (names.places[region] ?? '') : ''];
  return [...new Set(parts)].filter(Boolean).join(', ');
}

/** “English B2”, “Arabic (mother tongue)”, “Norwegian B1 (wants to practise)”. */
function spokenWords(say: Say, { language, level, use = [] }: Spoken): string {
  const name = capital(languageName(say.lang, language), say.lang);
  const more = [...(level === 'N' ? [say('fit.level.N')] : []), ...use.map((one) => say(`fit.use.${one}`))];
  return [name, ...(level === 'N' ? [] : [level]), ...(more.length > 0 ? [`(${more.join(', ')})`] : [])].join(
    ' ',
  );
}

/** With a capital letter, as a name stands alone. */
export function capital(text: string, lang: string): string {
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
}

/** Field, languages, place and time of a person, in short lines. */
export function Facts({ card }: { card: Omit<AnyCard, 'answer_days' | 'offers' | 'goals'> }) {
  const say = useSay();
  const names = useNames();
  const formats = list(
    say.lang,
    card.formats.map((format) => say(`fit.format.${format}`)),
    'disjunction',
  );
  return (
    <ul class="brief plain">
      <li>{card.languages.map((spoken) => spokenWords(say, spoken)).join(' · ')}</li>
      <li>
        {placeName(names, card)} · {say('fit.meets', { how: formats })}
      </li>
      <li>{say('fit.hours', { count: card.hours })}</li>
    </ul>
  );
}
