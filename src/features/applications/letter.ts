import type { Part } from '../../schemas/form.ts';
import type { Decision } from './desk-model.ts';

/** What a letter is made of, besides its words. */
export interface LetterParts {
  decision: Decision;
  reason: string;
  part: Part;
  name: string;
  programme: string;
  /** Names of programmes whose rules she meets, in her language; joined as her language joins. */
  elsewhere: string;
}

/**
 * A kind letter in the language of whoever applied, for the coordinator to change before it is sent: greeting, what is
 * decided, why in one sentence, what happens next, and who writes.
 */
export function letterFor(words: Record<string, string>, parts: LetterParts): string {
  const { decision, part, reason } = parts;
  const say = (key: string) => fill(words[`application-letter.${key}`] ?? '', parts);
  const lines = [
    say('greeting'),
    say(`${decision}.${part}`),
    say(reasonKey(reason, parts)),
    say(`${decision}.next`),
    say('closing'),
  ];
  return lines.filter(Boolean).join('\n\n');
}

/** Without another programme to name, the sentence is about help elsewhere. */
function reasonKey(reason: string, { elsewhere }: LetterParts): string {
  return reason === 'other-programme' && !elsewhere ? 'because.other-service' : `because.${reason}`;
}

function fill(sentence: string, { name, programme, elsewhere }: LetterParts): string {
  const values: Record<string, string> = { name, programme, elsewhere };
  return sentence.replace(/\{(\w+)\}/g, (hole, key: string) => values[key] ?? hole);
}
