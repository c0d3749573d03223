import { useMemo } from 'preact/hooks';
import { languageName } from '../../i18n/format.ts';
import { profileLimits } from '../../schemas/profile-limits.ts';
import { languageUses, levels, spokenLanguages, type Locale } from '../../schemas/vocabulary.ts';
import { Group } from '../../ui/Field.tsx';
import { focusSoon } from '../../ui/focus.ts';
import type { Form } from '../../ui/useForm.ts';
import { useSay, type Key } from '../../ui/words.tsx';

interface OneLine {
  language: string;
  level: string;
  use?: string[];
}
interface Spoken {
  languages: OneLine[];
}
interface Props<V extends Spoken> {
  form: Form<V>;
  label?: Key;
  hint?: Key;
}

/** One to six languages, each with how well one manages in it, and what one would like to say of it besides. */
export function LanguageRows<V extends Spoken>({
  form,
  label = 'people.languages',
  hint = 'people.languages.hint',
}: Props<V>) {
  const say = useSay();
  const id = `${form.id}-languages`;
  const lines = form.values.languages;
  const languages = useMemo(() => byName(say.lang), [say.lang]);
  const put = (next: Spoken['languages']) => form.set('languages', next as V['languages']);
  const change = (at: number, part: object) =>
    put(lines.map((line, nr) => (nr === at ? { ...line, ...part } : line)));
  const add = () => {
    put([...lines, { language: '', level: '' }]);
    focusSoon(`${id}-${lines.length}`);
  };
  const remove = (at: number) => {
    put(lines.filter((_, nr) => nr !== at));
    focusSoon(`${id}-add`);
  };
  return (
    <Group form={form} name="languages" label={label} hint={hint} first>
      <div class="lines">
        {lines.map((line, nr) => (
          <div class="line" key={nr} role="group" aria-label={say('people.language.nr', { nr: nr + 1 })}>
            <Line
              id={nr === 0 ? id : `${id}-${nr}`}
              languages={languages}
              line={line}
              change={(part) => change(nr, part)}
            />
            {lines.length > 1 && (
              <button type="button" class="link" onClick={() => remove(nr)}>
                {say('form.remove-language', {
                  language: nameOf(
                    say.lang,
                    line.language,
                    say('people.language.nr', { nr: nr + 1 }).toLowerCase(),
                  ),
                })}
              </button>
            )}
          </div>
        ))}
      </div>
      {lines.length < profileLimits.languages.max && (
        <button type="button" class="button quiet" id={`${id}-add`} onClick={add}>
          {say('form.add-language')}
        </button>
      )}
    </Group>
  );
}

interface LineProps {
  id: string;
  languages: [string, string][];
  line: OneLine;
  change: (part: Partial<OneLine>) => void;
}

function Line({ id, languages, line, change }: LineProps) {
  const say = useSay();
  return (
    <>
      <p>
        <label for={id}>{say('form.language')}</label>
        <select
          id={id}
          value={line.language}
          onChange={(event) => change({ language: event.currentTarget.value })}
        >
          <option value="">{say('form.choose')}</option>
          {languages.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for={`${id}-level`}>{say('form.level')}</label>
        <select
          id={`${id}-level`}
          value={line.level}
          onChange={(event) => change({ level: event.currentTarget.value })}
        >
          <option value="">{say('form.choose')}</option>
          {levels.map((level) => (
            <option key={level} value={level}>
              {say(`people.level.${level}`)}
            </option>
          ))}
        </select>
      </p>
      {line.language && line.level && <Uses id={id} line={line} change={change} />}
    </>
  );
}

/** What may be said of a language one has named. Nobody practises a mother tongue. */
function Uses({ id, line, change }: Omit<LineProps, 'languages'>) {
  const say = useSay();
  const { level, use = [] } = line;
  const offered = languageUses.filter((value) => value === 'work' || level !== 'N' || use.includes(value));
  const toggle = (value: string, on: boolean) =>
    change({ use: languageUses.filter((one) => (one === value ? on : use.includes(one))) });
  return (
    <div class="uses">
      {offered.map((value) => (
        <label class="option" key={value}>
          <input
            id={`${id}-${value}`}
            type="checkbox"
            checked={use.includes(value)}
            onChange={(event) => toggle(value, event.currentTarget.checked)}
          />
          <span>{say(`people.use.${value}`)}</span>
        </label>
      ))}
    </div>
  );
}

function nameOf(lang: Locale, language: string, otherwise: string): string {
  const known = spokenLanguages.find((one) => one === language);
  return known ? languageName(lang, known) : otherwise;
}

/** Spoken languages in the order of the reader's alphabet. */
function byName(lang: Locale): [string, string][] {
  return spokenLanguages
    .map((language): [string, string] => {
      const name = languageName(lang, language);
      return [language, name.charAt(0).toLocaleUpperCase(lang) + name.slice(1)];
    })
    .sort((a, b) => a[1].localeCompare(b[1], lang));
}
