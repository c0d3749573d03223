import { useStore } from '../../ui/useStore.ts';
import type { DeskDrafts } from '../../features/desk/model.ts';
import { $proposal, closeProposal, suggestAnew } from '../../features/desk/proposal.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Refused } from '../../ui/Refused.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSay } from '../../ui/words.tsx';
import { PersonLine, topicWords } from './labels.tsx';
import { ProposeForm } from './ProposeForm.tsx';

/** Proposes a mentor to a mentee who waits: who fits and why, one of them, a few words. */
export function Propose({ drafts }: { drafts: DeskDrafts }) {
  const say = useSay();
  const proposal = useStore($proposal);
  if (!proposal) return null;
  const { mentee, seen } = proposal;
  return (
    <Dialog title={say('desk.propose.title', { mentee: mentee.name })} close={closeProposal}>
      <PersonLine {...mentee} />
      <p class="desk-facts">{say('desk.goals', { topics: topicWords(say, mentee.goals) })}</p>
      {seen.at === 'loading' && <Skeleton lines={4} />}
      {seen.at === 'refused' && <Refused refusal={seen.refusal} again={suggestAnew} />}
      {seen.at === 'ready' && seen.data.mentors.length === 0 && (
        <section class="state">
          <h3>{say('desk.propose.none')}</h3>
          <p>{say('desk.propose.none.text')}</p>
        </section>
      )}
      {seen.at === 'ready' && seen.data.mentors.length > 0 && (
        <ProposeForm mentee={mentee} mentors={seen.data.mentors} draft={drafts[`propose/${mentee.person}`]} />
      )}
    </Dialog>
  );
}
