import { checks, looksElsewhere, selfCheckOf, type Referring } from '../../features/referrals/model.ts';
import { path } from '../../lib/urls.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay, type Key } from '../../ui/words.tsx';

interface Props {
  form: Form<Referring>;
  rules: string[];
  programme: string;
}

/** The programme's rules, one after the other. None has to be answered, and no answer hinders. */
export function SelfCheck({ form, rules, programme }: Props) {
  const say = useSay();
  const choices = checks.map((value) => ({ value, label: say(`refer.check.${value}`) }));
  return (
    <div class="self-check">
      <h2>{say('refer.check')}</h2>
      <p>{say('refer.check.text')}</p>
      {rules.map((rule) => (
        <ChoiceField
          key={rule}
          form={form}
          name={`rule-${rule}`}
          label={`refer.rule.${programme}.${rule}` as Key}
          choices={choices}
        />
      ))}
      <div role="status">
        {looksElsewhere(selfCheckOf(form.values, rules)) && (
          <p class="notice">
            {say('refer.check.elsewhere')}{' '}
            <a href={path(say.lang, 'programmes')}>{say('refer.check.programmes')}</a>,{' '}
            <a href={path(say.lang, 'modules')}>{say('refer.check.open')}</a>.
          </p>
        )}
      </div>
    </div>
  );
}
