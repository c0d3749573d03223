import { useMemo } from 'preact/hooks';
import type { AnswerNames } from '../../features/applications/answers.ts';
import { countryName, languageName } from '../../i18n/format.ts';
import type { SpokenLanguage } from '../../schemas/vocabulary.ts';
import { useSay, type Key } from '../../ui/words.tsx';
import { fieldName, placeName, useNames } from '../fit/names.tsx';

/** What places, fields, countries and languages are called here. */
export function useAnswerNames(): AnswerNames {
  const say = useSay();
  const names = useNames();
  return useMemo(
    () => ({
      place: (place) => placeName(names, { place }),
      field: (code) => fieldName(names, code),
      country: (code) => countryName(say.lang, code),
      language: (code, level, use = []) => {
        const language = languageName(say.lang, code as SpokenLanguage);
        const words =
          level === 'N' ? say('desk.language.N', { language }) : say('desk.language', { language, level });
        const more = use.map((one) => `application-desk.use.${one}`).filter((key) => say.has(key));
        return more.length > 0 ? `${words} · ${more.map((key) => say(key as Key)).join(' · ')}` : words;
      },
      yesNo: (yes) => say(yes ? 'application-desk.yes' : 'application-desk.no'),
      word: (list, value) => {
        const key = `application-desk.education.${list}.${value}`;
        return say.has(key) ? say(key) : value;
      },
    }),
    [say, names],
  );
}
