import type { Application } from '../../features/applications/desk-model.ts';
import { competencePart, limits, missingParts } from '../../features/applications/queue.ts';
import { path } from '../../lib/urls.ts';
import { useSay } from '../../ui/words.tsx';
import { Competences, NotePart, scaleWords } from './NotePart.tsx';
import { countedAs, useGuide } from './known.ts';
import { Scale } from './Scale.tsx';
import { useNotes } from './useNotes.ts';
import { useQuoted } from './useQuoted.ts';
import { Writing } from './Writing.tsx';

/** Notes of the first talk, by the programme's guide: kept while one types, for coordinators only. */
export function Notes({ one }: { one: Application }) {
  const say = useSay();
  const guide = useGuide(one);
  const pen = useNotes(one);
  const { notes, write, save, kept } = pen;
  const has = (id: string) => guide.some((part) => part.id === id);
  const quoted = useQuoted();
  const open = missingParts(guide, notes);
  const counted = countedAs(one);
  function standing(): string {
    if (guide.length === 0) return say('application-desk.notes.no-guide');
    if (open.length === 0) return say('application-desk.notes.whole');
    if (counted !== undefined) return say('application-desk.notes.counted', { reason: counted });
    return say(`application-desk.notes.open.${one.part}`, { parts: quoted(open) });
  }
  return (
    <section class="applications-notes" id="notes" aria-labelledby="notes-title" onFocusOut={save}>
      <h3 id="notes-title">{say('application-desk.notes')}</h3>
      <p class="desk-lead">
        {say('application-desk.notes.lead')}{' '}
        <a href={path(say.lang, 'tools', `${one.part}-interview-guide`)}>
          {say('application-desk.notes.sheet')}
        </a>
      </p>
      <p class="desk-lead">{standing()}</p>
      {guide.map((part) => (
        <NotePart key={part.id} part={part} pen={pen} open={open.includes(part)} />
      ))}
      {one.part === 'mentee' && !has(competencePart) && <Competences pen={pen} />}
      {!has('ready') && (
        <Scale
          name="readiness"
          label={say('application-desk.readiness')}
          optional
          value={notes.readiness}
          choose={(readiness) => write({ readiness })}
          words={scaleWords('readiness')}
        >
          <p class="hint">{say('application-desk.readiness.hint')}</p>
        </Scale>
      )}
      <Writing
        id="notes-impression"
        label={say('application-desk.impression')}
        optional
        text={notes.impression ?? ''}
        max={limits.note}
        write={(impression) => write({ impression })}
      >
        <p class="hint">{say('application-desk.impression.hint')}</p>
      </Writing>
      <p class={kept === 'failed' ? 'error applications-kept' : 'hint applications-kept'} role="status">
        {kept !== 'no' && say(`application-desk.notes.${kept}`)}
      </p>
    </section>
  );
}
