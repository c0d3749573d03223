import { refer } from '../../features/referrals/api.ts';
import {
  consentNow,
  limits,
  referring,
  referringStart,
  type Referring,
} from '../../features/referrals/model.ts';
import type { PartnerLink, Receipt } from '../../features/referrals/rows.ts';
import { localeFacts } from '../../i18n/locales.ts';
import { path } from '../../lib/urls.ts';
import { locales } from '../../schemas/vocabulary.ts';
import { ChoiceField, SelectField } from '../../ui/ChoiceField.tsx';
import { ConsentField } from '../../ui/ConsentField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { Field, TextField } from '../../ui/Field.tsx';
import { Submit } from '../../ui/Submit.tsx';
import { useForm } from '../../ui/useForm.ts';
import { useSay } from '../../ui/words.tsx';
import { SelfCheck } from './SelfCheck.tsx';

interface Props {
  secret: string;
  link: PartnerLink;
  rules: string[];
  sent: (receipt: Receipt, typed: Referring) => void;
}

const labels = {
  understands: 'refer.understands',
  wants: 'refer.wants',
  name: 'refer.name',
  locale: 'refer.locale',
  way: 'refer.way',
  address: 'refer.address',
  phone: 'refer.phone',
  comment: 'refer.comment',
  consent: 'refer.consent.short',
} as const;

/** What the database refuses by name, and the field it is about. */
const fields: Record<string, keyof Referring & string> = {
  address_malformed: 'address',
  referred_phone_shape: 'phone',
  referred_name_length: 'name',
  referred_comment_length: 'comment',
};

/** Looking at the rules together, two questions to the person, how she is reached, and her yes. */
export function ReferForm({ secret, link, rules, sent }: Props) {
  const say = useSay();
  const form = useForm<Referring>({
    id: 'refer',
    start: referringStart(rules, say.lang),
    schema: referring,
    fieldOf: (refusal) => fields[refusal],
    send: async (typed) => sent(await refer(secret, typed, rules, say.lang), typed),
  });
  const { understands, wants, way } = form.values;
  return (
    <form class="sheet" noValidate onSubmit={(event) => void form.submit(event)}>
      <ErrorSummary form={form} labels={labels} />
      <SelfCheck form={form} rules={rules} programme={link.programme} />
      <h2>{say('refer.ready')}</h2>
      <p>{say('refer.ready.text')}</p>
      {(['understands', 'wants'] as const).map((name) => (
        <ChoiceField
          key={name}
          form={form}
          name={name}
          label={`refer.${name}`}
          choices={(['yes', 'unsure'] as const).map((value) => ({
            value,
            label: say(`refer.${name}.${value}`),
          }))}
        />
      ))}
      {(understands === 'unsure' || wants === 'unsure') && (
        <p class="notice" role="status">
          {say('refer.unsure')}{' '}
          <a href={path(say.lang, 'handbook', 'what-mentoring-is')}>{say('refer.unsure.link')}</a>
        </p>
      )}
      <h2>{say('refer.who')}</h2>
      <p>{say('refer.who.text')}</p>
      <Field form={form} name="name" label="refer.name" />
      <SelectField
        form={form}
        name="locale"
        label="refer.locale"
        choices={locales.map((value) => ({ value, label: localeFacts[value].name }))}
      />
      <ChoiceField
        form={form}
        name="way"
        label="refer.way"
        choices={[
          { value: 'mail', label: say('refer.way.mail') },
          { value: 'phone', label: say('refer.way.phone'), hint: say('refer.way.phone.hint') },
        ]}
      />
      {way === 'mail' ? (
        <Field form={form} name="address" label="refer.address" type="email" inputMode="email" />
      ) : (
        <Field form={form} name="phone" label="refer.phone" type="tel" inputMode="tel" />
      )}
      <TextField
        form={form}
        name="comment"
        label="refer.comment"
        hint="refer.comment.hint"
        max={limits.referred_comment.max}
        rows={4}
        optional
      />
      <h2>{say('refer.consent')}</h2>
      <ConsentField
        form={form}
        name="consent"
        label="refer.consent.short"
        sentence={say(`refer.consent.${consentNow}`, { partner: link.partner })}
      />
      <Submit form={form} label="refer.send" />
    </form>
  );
}
