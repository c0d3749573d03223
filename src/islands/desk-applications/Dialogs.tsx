import { askApplicant, flagConcern, overrideRule } from '../../features/applications/desk-api.ts';
import type { Application } from '../../features/applications/desk-model.ts';
import { $doing, type Doing } from '../../features/applications/desk-store.ts';
import { askApplicantShape, concernShape, limits, overrideShape } from '../../features/applications/queue.ts';
import { useSay } from '../../ui/words.tsx';
import { Decide } from './Decide.tsx';
import { Invite } from './Invite.tsx';
import { ruleName } from './rule-words.ts';
import { Telling } from './Telling.tsx';

/** The one dialog that is open: what is being done with the application. */
export function Dialogs({ one, doing }: { one: Application; doing: Doing }) {
  const say = useSay();
  const { id, name } = one;
  const close = () => $doing.set(null);
  if (doing === 'keys') return null;
  if (doing === 'decide') return <Decide one={one} close={close} />;
  if (doing === 'invite') return <Invite one={one} close={close} />;
  if (doing === 'ask')
    return (
      <Telling
        one={one}
        doing={doing}
        about="ask"
        name="message"
        title={say('application-desk.ask.title', { name })}
        max={limits.message.max}
        schema={askApplicantShape}
        send={(message) => askApplicant(id, message)}
        done={say('application-desk.ask.done', { name })}
      />
    );
  if (doing === 'concern')
    return (
      <Telling
        one={one}
        doing={doing}
        about="concern"
        name="concern"
        start={one.concern ?? ''}
        title={say('application-desk.concern.title', { name })}
        max={limits.concern.max}
        schema={concernShape}
        send={(concern) => flagConcern(id, concern)}
        done={say('application-desk.concern.done')}
      />
    );
  const rule = doing.slice('override/'.length);
  const named = ruleName(say, rule);
  return (
    <Telling
      one={one}
      doing={doing}
      about="override"
      name="reason"
      title={say('application-desk.override.title', { rule: named, name })}
      max={limits.override.max}
      schema={overrideShape}
      send={(reason) => overrideRule(id, rule, reason)}
      done={say('application-desk.override.done', { rule: named })}
    />
  );
}
