import { competences, type GuidePart } from '../../features/applications/desk-model.ts';
import { competencePart, limits, scaleParts } from '../../features/applications/queue.ts';
import { useSay, type Key } from '../../ui/words.tsx';
import { Scale } from './Scale.tsx';
import type { useNotes } from './useNotes.ts';
import { Needed, Writing } from './Writing.tsx';

type Pen = ReturnType<typeof useNotes>;

/** One part of the guide: its questions, and a place for the answer. Two are scales, one asks where something was learned. */
export function NotePart({ part, pen, open }: { part: GuidePart; pen: Pen; open: boolean }) {
  const { id, heading, text, prompts, required } = part;
  const { notes, write } = pen;
  const scale = scaleParts[id];
  if (scale)
    return (
      <Scale
        name={scale}
        label={heading}
        optional={!required}
        open={open}
        value={notes[scale]}
        choose={(value) => write({ [scale]: value })}
        words={scaleWords(scale)}
      >
        {text && <p class="hint">{text}</p>}
      </Scale>
    );
  if (id === competencePart) return <Competences pen={pen} open={open} heading={heading} />;
  const words = notes.parts?.[id] ?? '';
  return (
    <Writing
      id={`notes-${id}`}
      label={heading}
      optional={!required}
      open={open}
      text={words}
      max={limits.note}
      write={(written) => write({ parts: { [id]: written } })}
      below={required && words.trim() === '' && <Talked id={id} pen={pen} />}
    >
      {text && <p class="hint">{text}</p>}
      {prompts.length > 0 && (
        <ul class="hint applications-prompts">
          {prompts.map((prompt) => (
            <li key={prompt}>{prompt}</li>
          ))}
        </ul>
      )}
    </Writing>
  );
}

/** That something was talked about is enough where there is nothing to write, or nothing that should be written. */
function Talked({ id, pen: { notes, write } }: { id: string; pen: Pen }) {
  const say = useSay();
  return (
    <label class="option">
      <input
        type="checkbox"
        id={`notes-${id}-talked`}
        aria-describedby={`notes-${id}-hint`}
        checked={notes.talked?.[id] === true}
        onChange={({ currentTarget }) => write({ talked: { [id]: currentTarget.checked } })}
      />
      <span>{say('application-desk.notes.talked')}</span>
    </label>
  );
}

interface Learned {
  pen: Pen;
  open?: boolean;
  /** What the programme's guide calls it. */
  heading?: string;
}

/** What somebody can, by where it was learned. */
export function Competences({ pen: { notes, write }, open = false, heading }: Learned) {
  const say = useSay();
  return (
    <div data-open={open || undefined}>
      <h4>
        {heading ?? say('application-desk.competences')} {open && <Needed />}
      </h4>
      {competences.map((name) => (
        <Writing
          key={name}
          id={`notes-competence-${name}`}
          label={say(`application-desk.competence.${name}`)}
          optional
          text={notes.competences?.[name] ?? ''}
          max={limits.note}
          write={(words) => write({ competences: { [name]: words } })}
        >
          <p class="hint">{say(`application-desk.competence.${name}.hint`)}</p>
        </Writing>
      ))}
    </div>
  );
}

export const scaleWords = (name: 'clarity' | 'readiness'): Key[] =>
  ([1, 2, 3, 4, 5] as const).map((step) => `application-desk.${name}.${step}` as const);
