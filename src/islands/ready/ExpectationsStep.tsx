import { sayExpectations as save } from '../../features/onboarding/api.ts';
import { limits, sayExpectations } from '../../features/onboarding/model.ts';
import { expectedThings, type ExpectedThing } from '../../schemas/expected-things.ts';
import { ChoicesField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { TextField } from '../../ui/Field.tsx';
import { announce } from '../../ui/status.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { SignedOut } from '../people/SignedOut.tsx';
import type { StepProps } from './Going.tsx';

const isThing = (value: unknown): value is ExpectedThing =>
  (expectedThings as readonly unknown[]).includes(value);

/** What I expect of the two of us; the other reads it from the trial on. */
export function ExpectationsStep({ preparation, drafts, next }: StepProps) {
  const say = useSay();
  const { part, expects } = preparation;
  const { chosen, words } = drafts[`expect-${part}`] ?? { ...expects };
  const form = useForm({
    id: 'expect',
    start: {
      chosen: Array.isArray(chosen) ? chosen.filter(isThing) : [],
      words: typeof words === 'string' ? words : '',
    },
    schema: sayExpectations,
    draft: `expect-${part}`,
    fieldOf: (refusal) =>
      /^expectations_(chosen|words)_/.exec(refusal)?.[1] as 'chosen' | 'words' | undefined,
    async send(values) {
      await save(part, values.chosen, values.words.trim());
      announce(say('ready.expectations.saved'));
      next();
    },
  });
  return (
    <form noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary
        form={form}
        labels={{ chosen: 'ready.expectations.chosen', words: 'ready.expectations.words' }}
      />
      <p>{say(`ready.expectations.text.${part}`)}</p>
      <SignedOut form={form} />
      <ChoicesField
        form={form}
        name="chosen"
        label="ready.expectations.chosen"
        hint="ready.expectations.chosen.hint"
        choices={expectedThings.map((value) => ({ value, label: say(`expect.${value}`) }))}
      />
      <TextField
        form={form}
        name="words"
        label="ready.expectations.words"
        hint="ready.expectations.words.hint"
        optional
        max={limits.words.max}
        rows={4}
      />
      <Submit form={form} label="ready.continue" />
    </form>
  );
}
