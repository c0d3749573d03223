import { competences, type Application, type GuidePart } from '../../features/applications/desk-model.ts';
import { limits, missingParts, scalePart } from '../../features/applications/queue.ts';
import { path } from '../../lib/urls.ts';
import { useSay, type Key } from '../../ui/words.tsx';
import { useKnown } from './known.ts';
import { Scale } from './Scale.tsx';
import { useNotes } from './useNotes.ts';
import { Writing } from './Writing.tsx';

type Pen = ReturnType<typeof useNotes>;

/** Notes of the first talk, by the programme's guide: kept while one types, for coordinators only. */
export function Notes({ one }: { one: Application }) {
  const say = useSay();
  const guide = useKnown().guides[one.part];
  const pen = useNotes(one);
  const { notes, write, save, kept } = pen;
  const missing = missingParts(guide, notes).length;
  return (
    <section class="applications-notes" id="notes" aria-labelledby="notes-title" onFocusOut={save}>
      <h3 id="notes-title">{say('application-desk.notes')}</h3>
      <p class="desk-lead">
        {say('application-desk.notes.lead')}{' '}
        <a href={path(say.lang, 'tools', `${one.part}-interview-guide`)}>
          {say('application-desk.notes.sheet')}
        </a>
      </p>
      <p class="desk-lead">
        {say(missing > 0 ? 'application-desk.notes.missing' : 'application-desk.notes.whole', {
          count: missing,
        })}
      </p>
      {guide.map((part) => (
        <Part key={part.id} part={part} pen={pen} />
      ))}
      {one.part === 'mentee' && <Competences pen={pen} />}
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

/** One part of the guide: its questions, and a place for the answer. How clear the way is, is a scale. */
function Part({ part, pen: { notes, write } }: { part: GuidePart; pen: Pen }) {
  const { id, heading, text, prompts, required } = part;
  const hints = (
    <>
      {text && <p class="hint">{text}</p>}
      {prompts.length > 0 && (
        <ul class="hint applications-prompts">
          {prompts.map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ul>
      )}
    </>
  );
  if (id === scalePart)
    return (
      <Scale
        name="clarity"
        label={heading}
        optional={!required}
        value={notes.clarity}
        choose={(clarity) => write({ clarity })}
        words={scaleWords('clarity')}
      >
        {text && <p class="hint">{text}</p>}
      </Scale>
    );
  return (
    <Writing
      id={`notes-${id}`}
      label={heading}
      optional={!required}
      text={notes.parts?.[id] ?? ''}
      max={limits.note}
      write={(words) => write({ parts: { ...notes.parts, [id]: words } })}
    >
      {hints}
    </Writing>
  );
}

/** What somebody can, by where it was learned. */
function Competences({ pen: { notes, write } }: { pen: Pen }) {
  const say = useSay();
  return (
    <>
      <h4>{say('application-desk.competences')}</h4>
      {competences.map((name) => (
        <Writing
          key={name}
          id={`notes-competence-${name}`}
          label={say(`application-desk.competence.${name}`)}
          optional
          text={notes.competences?.[name] ?? ''}
          max={limits.note}
          write={(words) => write({ competences: { ...notes.competences, [name]: words } })}
        >
          <p class="hint">{say(`application-desk.competence.${name}.hint`)}</p>
        </Writing>
      ))}
    </>
  );
}

const scaleWords = (name: 'clarity' | 'readiness'): Key[] =>
  ([1, 2, 3, 4, 5] as const).map((step) => `application-desk.${name}.${step}` as const);
