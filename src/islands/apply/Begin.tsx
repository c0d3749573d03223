import { useState } from 'preact/hooks';
import type { PageForm, PageProgramme } from '../../features/applications/model.ts';
import { roundByFile } from '../../features/applications/rounds.ts';
import type { MyApplication, MyApplications } from '../../features/applications/rows.ts';
import { dateField } from '../../lib/dates.ts';
import { path } from '../../lib/urls.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { ErrorSummary } from '../../ui/ErrorSummary.tsx';
import { focusSoon } from '../../ui/focus.ts';
import { useVerb, VerbButton } from '../../ui/Verb.tsx';
import { useSay } from '../../ui/words.tsx';
import { Asks } from './Asks.tsx';
import { RoundNotice } from './RoundNotice.tsx';
import { useFields } from './useFields.ts';
import { applyHref, titleOf } from './words.ts';

interface Props {
  form: PageForm;
  programmes: readonly PageProgramme[];
  /** Key of the programme in the address, or empty. */
  chosen: string;
  signedIn: boolean;
  drafts?: readonly MyApplication[];
  /** When rounds open, as the database has it; absent where nobody is signed in. */
  rounds?: MyApplications['rounds'];
  reminders?: readonly string[];
  begin: (programme: string) => Promise<void>;
}

const today = () => dateField(new Date());

/** Before the first question: which programme, what it asks for, and how it goes. */
export function Begin({
  form,
  programmes,
  chosen,
  signedIn,
  drafts = [],
  rounds,
  reminders = [],
  begin,
}: Props) {
  const say = useSay();
  const verb = useVerb();
  const [known, setKnown] = useState(programmes.some(({ key }) => key === chosen));
  const fields = useFields({
    id: 'begin',
    start: { programme: known ? chosen : '' },
    check: ({ programme }) =>
      programme ? [] : [{ field: 'programme', key: 'apply.choose-one' as const, params: {} }],
    next: ({ programme }) => void verb.run(() => begin(programme)),
  });
  const programme = programmes.find(({ key }) => key === fields.values.programme);
  return (
    <form class="sheet begin" noValidate onSubmit={(event) => void fields.submit(event)}>
      <ErrorSummary form={fields} labels={{ programme: 'apply.programme' }} />
      {drafts.map((draft) => (
        <div class="notice" key={draft.id}>
          <p>{say('apply.go-on', { programme: titleOf(programmes, draft.programme) })}</p>
          <p>
            <a class="button" href={applyHref(say.lang, form.part, draft.programme)}>
              {say('apply.go-on.link')}
            </a>
          </p>
        </div>
      ))}
      {known && programme ? (
        <>
          <h2>{programme.title}</h2>
          <p>{programme.forWhom}</p>
          <p>
            <button
              type="button"
              class="link"
              onClick={() => {
                setKnown(false);
                focusSoon('begin-programme');
              }}
            >
              {say('apply.another-programme')}
            </button>
          </p>
        </>
      ) : (
        <>
          <ChoiceField
            form={fields}
            name="programme"
            label="apply.programme"
            hint="apply.programme.hint"
            choices={programmes.map(({ key, title, country, forWhom }) => ({
              value: key,
              label: `${title} · ${country}`,
              hint: forWhom,
            }))}
          />
          <p>
            <a href={path(say.lang, 'programmes')}>{say('apply.compare')}</a>
          </p>
        </>
      )}
      {programme && (
        <>
          <RoundNotice
            programme={programme}
            round={rounds ? (rounds[programme.key] ?? null) : roundByFile(programme.rounds, today())}
            signedIn={signedIn}
            reminded={reminders.includes(programme.key)}
          />
          <h2 class="sub">{say('apply.asks')}</h2>
          <Asks programme={programme} />
        </>
      )}
      <h2 class="sub">{say('apply.before')}</h2>
      <ul class="way-on">
        {(['questions', 'asks', 'coordinator', 'line'] as const).map((what) => (
          <li key={what}>{say(`apply.before.${what}`)}</li>
        ))}
      </ul>
      {!signedIn && <p>{say('apply.sign-in.text')}</p>}
      <p class="buttons">
        <button type="submit" class="button" aria-disabled={verb.busy}>
          {say(signedIn ? 'apply.begin' : 'apply.sign-in')}
        </button>
      </p>
      {verb.refusal && (
        <VerbButton
          label="form.try-again"
          state={verb}
          press={() => void verb.run(() => begin(fields.values.programme))}
        />
      )}
    </form>
  );
}
