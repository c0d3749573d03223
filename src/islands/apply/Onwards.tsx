import type { PageProgramme } from '../../features/applications/model.ts';
import type { Part } from '../../schemas/form.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';
import { applyHref } from './words.ts';

/** What a link to a programme says of it. */
export type Named = Pick<PageProgramme, 'key' | 'title' | 'country'>;

/** The first of the programmes that can fit, those of the same country as `beside` before the rest. */
export function elsewhereOf<One extends Named>(
  keys: readonly string[],
  programmes: readonly One[],
  beside: string,
) {
  const country = programmes.find(({ key }) => key === beside)?.country;
  const near = (one: One) => Number(one.country === country);
  return keys
    .flatMap((key) => programmes.find((one) => one.key === key) ?? [])
    .sort((a, b) => near(b) - near(a))
    .slice(0, 5);
}

/** Other programmes that can fit. */
export function Elsewhere({ part, others }: { part: Part; others: readonly Named[] }) {
  const say = useSay();
  return (
    <>
      <p>{say('apply.unmet.elsewhere')}</p>
      <ul>
        {others.map(({ key, title, country }) => (
          <li key={key}>
            <a href={applyHref(say.lang, part, key)}>{title}</a> · {country}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is open to everybody at once, by the rules that are not met: texts, events; and where one may ask. */
export function ReadNow({ part, rules }: { part: Part; rules: readonly string[] }) {
  const say = useSay();
  const read = texts[part].filter(([, , rule]) => !rule || rules.includes(rule));
  return (
    <>
      <p>{say('apply.unmet.read')}</p>
      <ul>
        {read.map(([text, to]) => (
          <li key={text}>
            <a href={path(say.lang, ...to.split('/'))}>{say(`apply.read.${text}`)}</a>
          </li>
        ))}
        <li>
          <a href={`${path(say.lang, 'news')}#events`}>{say('apply.read.events')}</a>
        </li>
      </ul>
      <p>
        <a href={path(say.lang, 'contact')}>{say('apply.unmet.contact')}</a>
      </p>
    </>
  );
}

/** What it is called, where it stands, and the rule that makes it fit, where it does not always. */
const texts = {
  mentee: [
    ['education', 'modules/recognised-education', 'education'],
    ['language', 'modules/language-at-work', 'language'],
    ['plan', 'modules/your-plan', ''],
    ['modules', 'modules', ''],
  ],
  mentor: [
    ['languages', 'handbook/working-across-languages', 'language'],
    ['distance', 'handbook/being-a-distance-mentor', 'area'],
    ['task', 'handbook/your-task-and-its-limits', ''],
    ['unwritten', 'handbook/explaining-unwritten-rules', ''],
    ['handbook', 'handbook', ''],
  ],
} as const;
