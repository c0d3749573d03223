import type { Desk, DeskDrafts, DeskTrial } from '../../features/desk/model.ts';
import { approveTrial, extendTrial } from '../../features/trials/api.ts';
import { dayWords } from '../../lib/dates.ts';
import { contactHref } from '../../lib/reach.ts';
import { Verb } from '../../ui/Verb.tsx';
import { useSay, type Key, type Say } from '../../ui/words.tsx';
import { pairWords, waitsWords } from './labels.tsx';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';
import { StopTrial } from './StopTrial.tsx';
import { useDeal } from './useDeal.ts';
import { WriteTo } from './WriteTo.tsx';

/** First hours that wait for an approval, or where somebody is silent. */
export function Trials({ desk }: { desk: Desk }) {
  return (
    <Section
      kind="trials"
      few={desk.trials}
      row={(trial) => <Trial key={trial.id} trial={trial} drafts={desk.drafts} />}
    />
  );
}

interface OfTrial {
  trial: DeskTrial;
  drafts: DeskDrafts;
}

function Trial({ trial, drafts }: OfTrial) {
  const say = useSay();
  const deal = useDeal();
  const pair = pairWords(say, trial);
  const awaiting = trial.status === 'awaiting';
  const undecided = trial.status === 'undecided';
  const call = trial.status === 'planning';
  return (
    <Row
      id={trial.id}
      names={[trial.mentee?.name ?? '', trial.mentor?.name ?? '']}
      title={pair}
      tag={say(
        `desk.trial.tag.${call ? 'call' : trial.status === 'agreed' ? 'silent' : trial.status}` as Key,
      )}
      urgent={undecided}
      aside={waitsWords(say, trial.since)}
      actions={
        <>
          {awaiting ? (
            <Verb
              label="desk.approve"
              about={pair}
              verb={() => deal(() => approveTrial(trial.id), say('desk.trial.approved', { pair }))}
            />
          ) : (
            <Verb
              label="desk.trial.extend"
              about={pair}
              verb={() => deal(() => extendTrial(trial.id), say('desk.trial.extended', { pair }))}
            />
          )}
          <StopTrial trial={trial.id} pair={pair} />
        </>
      }
    >
      <p>{trialWords(say, trial)}</p>
      {(call || undecided) && !trial.own && <Contacts trial={trial} drafts={drafts} />}
    </Row>
  );
}

/** How it stands, what comes next and by when. */
function trialWords(say: Say, { status, starts_at, plan_by, decide_by, silent }: DeskTrial): string {
  if (status === 'awaiting') return say('desk.trial.awaiting');
  // `decide_by` stands once both agreed on a time; a time only one has named does not count.
  if (!starts_at || !decide_by) {
    const date = dayWords(say.lang, plan_by);
    return say(status === 'undecided' ? 'desk.trial.unplanned' : 'desk.trial.call', { date });
  }
  const date = dayWords(say.lang, starts_at);
  const hour = say(status === 'undecided' ? 'desk.trial.undecided' : 'desk.trial.agreed', { date });
  return `${say('desk.trial.silent', { count: silent })} ${hour}`;
}

/** How to reach the two; somebody from another desk has no name here, and no contact. */
function Contacts({ trial: { mentee, mentor, mentee_contact, mentor_contact }, drafts }: OfTrial) {
  return (
    <>
      {mentee && <Reach {...mentee} contact={mentee_contact} drafts={drafts} />}
      {mentor && <Reach {...mentor} contact={mentor_contact} drafts={drafts} />}
    </>
  );
}

interface Reached {
  person: string;
  name: string;
  contact: string | null;
  drafts: DeskDrafts;
}

/** By what somebody has shown; whose address is not known is written to from here. */
function Reach({ person, name, contact, drafts }: Reached) {
  const say = useSay();
  const mail = contact?.includes('@');
  return (
    <>
      {contact && (
        <p>
          <a href={contactHref(contact)}>
            {say(mail ? 'desk.trial.write-to' : 'desk.trial.call-one', { name, contact })}
          </a>
        </p>
      )}
      {!mail && <WriteTo person={person} name={name} drafts={drafts} />}
    </>
  );
}
