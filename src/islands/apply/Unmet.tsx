import type { PageForm, PageProgramme, Typed } from '../../features/applications/model.ts';
import { questionsOf } from '../../features/applications/rules.ts';
import type { Choices } from '../../features/people/choices.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';
import { inOneLine, saidWords } from './said.ts';
import { applyHref } from './words.ts';

interface Props {
  /** Rules that are not met. */
  rules: readonly string[];
  form: PageForm;
  programme: PageProgramme;
  programmes: readonly PageProgramme[];
  elsewhere: readonly string[];
  typed: Typed;
  choices: Choices;
}

/** What the programme asks and what was said, and every way on from here: nobody is sent away by a form. */
export function Unmet({ rules, form, programme, programmes, elsewhere, typed, choices }: Props) {
  const say = useSay();
  const questions = form.steps.flatMap((step) => step.questions);
  const said = (rule: string) =>
    questions
      .filter(({ key }) => questionsOf(rule).includes(key))
      .map((question) => {
        const words = saidWords(say, choices, question, typed[question.key]);
        // Of an education, how high it is; where it comes from and whether it counts are not what the rule reads.
        return question.kind === 'education' ? (words.split('\n')[0] ?? '') : inOneLine(say, words);
      })
      .filter(Boolean)
      .join('; ');
  const near = ({ country }: PageProgramme) => Number(country === programme.country);
  const others = elsewhere
    .flatMap((key) => programmes.find((one) => one.key === key) ?? [])
    .sort((a, b) => near(b) - near(a))
    .slice(0, 5);
  const read = [
    ...(rules.includes('education') ? (['education'] as const) : []),
    ...(rules.includes('language') ? (['language'] as const) : []),
    'plan' as const,
  ];
  return (
    <section class="unmet" role="status">
      <h3>{say('apply.unmet')}</h3>
      {rules.map((rule) => (
        <p key={rule}>
          {say('apply.unmet.asks')} <strong>{programme.asks.find((one) => one.rule === rule)?.text}</strong>
          <br />
          {say('apply.unmet.said')} <strong>{said(rule)}</strong>
        </p>
      ))}
      <p>{say('apply.unmet.send')}</p>
      {others.length > 0 && (
        <>
          <p>{say('apply.unmet.elsewhere')}</p>
          <ul>
            {others.map(({ key, title, country }) => (
              <li key={key}>
                <a href={applyHref(say.lang, form.part, key)}>{title}</a> · {country}
              </li>
            ))}
          </ul>
          <p>{say('apply.unmet.keeps')}</p>
        </>
      )}
      {form.part === 'mentee' && (
        <>
          <p>{say('apply.unmet.read')}</p>
          <ul>
            {read.map((module) => (
              <li key={module}>
                <a href={path(say.lang, 'modules', modules[module])}>{say(`apply.read.${module}`)}</a>
              </li>
            ))}
            <li>
              <a href={path(say.lang, 'modules')}>{say('apply.read.modules')}</a>
            </li>
          </ul>
        </>
      )}
      <p>
        <a href={path(say.lang, 'contact')}>{say('apply.unmet.contact')}</a>
      </p>
    </section>
  );
}

const modules = { education: 'recognised-education', language: 'language-at-work', plan: 'your-plan' };
