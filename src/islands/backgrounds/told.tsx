import { countryName, list } from '../../i18n/format.ts';
import type { BackgroundAtDesk, Job, Schooling, SharedBackground } from '../../lib/api/background-rows.ts';
import { useSay, type Key, type Say } from '../../ui/words.tsx';
import { fieldName, useNames } from '../fit/names.tsx';
import type { Names } from '../../features/names/model.ts';

/** What somebody shares of herself, a line each: the same for whoever reads it and in her own preview. */
export function Told({ shared }: { shared: SharedBackground }) {
  const say = useSay();
  const names = useNames();
  const { country, years_here: years, education, experience, employer, sector, seniority } = shared;
  const lines: [Key, string | undefined][] = [
    ['background.told.country', country && countryName(say.lang, country)],
    ['background.told.years_here', years === undefined ? undefined : yearsWords(say, years)],
    ['background.told.education', education && schoolingWords(say, education)],
    ['background.told.experience', experience && jobsWords(say, names, experience)],
    ['background.told.employer', employer],
    ['background.told.sector', sector && chosenWord(say, 'sector', sector)],
    ['background.told.seniority', seniority && chosenWord(say, 'seniority', seniority)],
  ];
  return (
    <dl class="told-facts">
      {lines
        .filter(([, text]) => text)
        .map(([label, text]) => (
          <div key={label}>
            <dt>{say(label)}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The same in one line, as a coordinator takes it in, with how old somebody is. */
export function BackgroundLine({ background }: { background: BackgroundAtDesk | null }) {
  const say = useSay();
  if (!background) return null;
  const { age, country, years_here: years, education, employer, sector, seniority } = background;
  const facts = [
    age !== undefined && say('background.desk.age', { count: age }),
    country && countryName(say.lang, country),
    years !== undefined && say('background.desk.here', { years: yearsWords(say, years) }),
    education && schoolingWords(say, education),
    employer,
    sector && chosenWord(say, 'sector', sector),
    seniority && chosenWord(say, 'seniority', seniority),
  ].filter((fact) => typeof fact === 'string');
  return (
    <p class="desk-facts">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}

const yearsWords = (say: Say, years: number) =>
  years === 0 ? say('background.years.new') : say('background.years', { count: years });

/** “Master’s degree, from another country, partly recognised here”. */
function schoolingWords(say: Say, { level, where, recognised }: Schooling): string {
  const counts = recognised && where !== 'here' && `background.recognised.${recognised}`;
  const keys = [`apply.education.level.${level}`, where && `background.where.${where}`, counts];
  return keys.flatMap((key) => (key && say.has(key) ? say(key) : [])).join(', ');
}

/** “Civil engineers (Syria, 6 years) and cooks”. */
function jobsWords(say: Say, names: Names, jobs: readonly Job[]): string {
  return list(
    say.lang,
    jobs.map(({ work, country, years }) => {
      const more = [
        country && countryName(say.lang, country),
        years !== undefined && say('background.job.for', { count: years }),
      ].filter(Boolean);
      return fieldName(names, work) + (more.length > 0 ? ` (${more.join(', ')})` : '');
    }),
  );
}

/** A choice in words about somebody else, or else in those of the form. */
function chosenWord(say: Say, question: 'sector' | 'seniority', value: string): string {
  const key = [`background.${question}.${value}`, `ask.${question}.${value}`].find((one) => say.has(one));
  return key && say.has(key) ? say(key) : value;
}
