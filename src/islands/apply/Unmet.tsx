import type { PageForm, PageProgramme, Typed } from '../../features/applications/model.ts';
import type { MyApplication, ToldLater } from '../../features/applications/rows.ts';
import { questionsOf } from '../../features/applications/rules.ts';
import type { Choices } from '../../features/people/choices.ts';
import { useSay } from '../../ui/words.tsx';
import { Later } from './Later.tsx';
import { Elsewhere, elsewhereOf, ReadNow } from './Onwards.tsx';
import { inOneLine, saidWords } from './said.ts';

interface Props {
  /** Rules that are not met. */
  rules: readonly string[];
  form: PageForm;
  programme: PageProgramme;
  programmes: readonly PageProgramme[];
  elsewhere: readonly string[];
  application: MyApplication;
  /** When what stands in the way may have changed; null where waiting changes nothing. */
  fitsOn: string | null;
  /** Programmes of which I want to be told when they may fit; absent where somebody else writes for me. */
  fits?: readonly ToldLater[];
  typed: Typed;
  choices: Choices;
}

/** What the programme asks and what was said, and every way on from here: nobody is sent away by a form. */
export function Unmet({ rules, form, programme, programmes, elsewhere, typed, choices, ...later }: Props) {
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
  const others = elsewhereOf(elsewhere, programmes, programme.key);
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
          <Elsewhere part={form.part} others={others} />
          <p>{say('apply.unmet.keeps')}</p>
        </>
      )}
      {later.fits && (
        <Later
          application={later.application.id}
          programme={programme.key}
          on={later.fitsOn}
          wanted={later.fits.find((one) => one.programme === programme.key && one.part === form.part)?.on}
        />
      )}
      <ReadNow part={form.part} rules={rules} />
    </section>
  );
}
