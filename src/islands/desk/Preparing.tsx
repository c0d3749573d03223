import { useState } from 'preact/hooks';
import type { Desk, DeskDrafts, Preparing as Person } from '../../features/desk/model.ts';
import { list } from '../../i18n/format.ts';
import { dayWords } from '../../lib/dates.ts';
import { gates, type Gate } from '../../schemas/onboarding-steps.ts';
import { useSay, type Say } from '../../ui/words.tsx';
import { BackgroundLine } from '../backgrounds/told.tsx';
import { CallOrWrite } from './CallOrWrite.tsx';
import { useProgrammeName, waitsWords } from './labels.tsx';
import { Row } from './Row.tsx';
import { Section } from './Section.tsx';
import { TakeBack, TickGate } from './TickGate.tsx';

/** Who is let in and gets ready: how far, since when, and what a coordinator ticks. */
export function Preparing({ desk }: { desk: Desk }) {
  return (
    <Section
      kind="preparing"
      few={desk.preparing}
      row={(one) => <One key={`${one.part}/${one.person}`} one={one} drafts={desk.drafts} />}
    />
  );
}

function One({ one, drafts }: { one: Person; drafts: DeskDrafts }) {
  const say = useSay();
  const programmeName = useProgrammeName();
  const [ticking, setTicking] = useState<Gate | null>(null);
  const { name, steps, done, not_yet: notYet } = one;
  const hers = gates.filter((gate) => steps.includes(gate));
  const left = steps.filter((step) => !done[step]).map((step) => say(`desk.step.${step}`));
  return (
    <Row
      id={`preparing/${one.part}/${one.person}`}
      names={[name]}
      title={name}
      tag={tagOf(say, one)}
      urgent={notYet}
      aside={[say(`desk.part.${one.part}`), programmeName(one.programme), waitsWords(say, one.since)].join(
        ' · ',
      )}
      actions={
        hers.length > 0 && (
          <>
            {hers
              .filter((gate) => !done[gate])
              .map((gate) => (
                <button key={gate} type="button" class="button quiet" onClick={() => setTicking(gate)}>
                  {say('desk.gate.tick', { gate: say(`desk.gate.${gate}`) })}
                  <span class="visually-hidden"> {name}</span>
                </button>
              ))}
            {hers
              .filter((gate) => done[gate])
              .map((gate) => (
                <TakeBack key={gate} mentor={one.person} name={name} gate={gate} />
              ))}
          </>
        )
      }
    >
      <p>
        {say('desk.preparing.done', {
          done: steps.length - left.length,
          all: steps.length,
          left: list(say.lang, left),
        })}
      </p>
      {hers
        .filter((gate) => done[gate])
        .map((gate) => (
          <p key={gate} class="desk-facts desk-sentence">
            {say('desk.preparing.ticked', {
              gate: say(`desk.gate.${gate}`),
              day: dayWords(say.lang, done[gate] ?? ''),
            })}
          </p>
        ))}
      <BackgroundLine background={one.background} />
      {notYet && <p>{say('desk.preparing.call')}</p>}
      {one.needs && <CallOrWrite person={one.person} name={name} phone={one.phone} drafts={drafts} />}
      {ticking && (
        <TickGate
          mentor={one.person}
          name={name}
          gate={ticking}
          talk={ticking === 'interview' ? one.talk : null}
          close={() => setTicking(null)}
        />
      )}
    </Row>
  );
}

const quiet = 14 * 86_400_000;

function tagOf(say: Say, { not_yet, touched_at, first_time }: Person): string | undefined {
  if (not_yet) return say('desk.preparing.tag.not-yet');
  if (Date.now() - Date.parse(touched_at) > quiet) return say('desk.preparing.tag.silent');
  return first_time ? say('desk.preparing.tag.first-time') : undefined;
}
