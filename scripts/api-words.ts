/** What a verb does and who may, in words: from the comment above it in `supabase/schemas` and from its own source. */
import { readdirSync, readFileSync } from 'node:fs';
import { refusalsOf, type Catalogue, type Verb } from './catalogue.ts';

const schemas = new URL('../supabase/schemas/', import.meta.url);

export interface Described {
  /** The schema file's name without its ending, such as `40_requests`. */
  file: string;
  /** The comment directly above the function; empty where there is none. */
  comment: string;
}

/** Where each verb stands and what its comment says. */
export function describedVerbs(): Map<string, Described> {
  const found = new Map<string, Described>();
  for (const name of readdirSync(schemas)
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    const lines = readFileSync(new URL(name, schemas), 'utf8').split('\n');
    lines.forEach((line, at) => {
      const verb = /^create function public\.(\w+)\(/.exec(line)?.[1];
      if (verb) found.set(verb, { file: name.replace('.sql', ''), comment: commentAbove(lines, at) });
    });
  }
  return found;
}

function commentAbove(lines: string[], at: number): string {
  const comment: string[] = [];
  for (let above = at - 1; lines[above]?.startsWith('-- '); above--)
    comment.unshift(lines[above]?.slice(3) ?? '');
  return comment.join(' ');
}

const parts: Record<string, string> = {
  'request mentee': 'the mentee who asks',
  'request mentor': 'the mentor who is asked',
  'trial pair': 'either of the two',
  'trial desk': 'a coordinator of the trial who is not one of the two',
  'application own': 'the applicant',
  'application desk': 'a coordinator of the application who is not the applicant',
  'match pair': 'either of the two',
  'match desk': 'a coordinator of the match who is not one of the two',
};

/** Who gets further than the first refusal. */
export function whoMay(verb: Verb, catalogue: Catalogue): string {
  if (verb.callers.includes('anon')) return 'anybody, signed in or not';
  const [, noun, part] =
    /private\.hold_(request|trial|match|application)\(\w+, '(\w+)'/.exec(verb.source) ?? [];
  if (/private\.hold_(need|invitation)\(/.test(verb.source)) return 'a coordinator, for those at her desks';
  const inParts = parts[`${noun} ${part}`];
  if (inParts) return inParts;
  const refusals = refusalsOf(verb, catalogue.parts);
  if (
    /&& private.my_desks\(\)|private.mails_given_up\(\)|private.hold_partner\(/.test(verb.source) ||
    refusals.join() === 'mentee_unknown,sign_in_first'
  )
    return 'a coordinator, for those at her desks';
  if (refusals.includes('import_unknown') || refusals.includes('programme_not_mine'))
    return 'a coordinator, for programmes or regions of hers';
  if (refusals.includes('not_a_coordinator')) return 'a coordinator';
  if (refusals.includes('not_a_mentor')) return 'a mentor';
  if (refusals.includes('not_approved_yet')) return 'a mentee who is approved';
  if (refusals.includes('not_a_mentee')) return 'a mentee';
  return 'whoever has signed in';
}
