/**
 * Every verb, called by somebody who may, with arguments left out or out of all measure: nothing is changed, and whoever
 * called reads words that say why. Which verbs and arguments there are, the catalogue says.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import words from '../../src/i18n/en/refusal.json' with { type: 'json' };
import { refusalOf } from '../../src/lib/api/answer.ts';
import { busyTown, type BusyTown } from './busy-town.ts';
import { become, pretend } from './matrix-read.ts';
import { verbs, type Verb } from './matrix-verbs.ts';

/** What may be null although it has no default: to say nothing there is an answer, too. */
const mayBeNull: Record<string, string> = {
  add_partner: 'region',
  choose_shape: 'shape',
  flag_concern: 'concern',
  invite_to_interview: 'place',
  mark_person: 'mark',
  note_partner_talk: 'talked_on',
  pause: 'ends_on',
  propose_match: 'message',
  raise_need: 'language region hours format',
  refer: 'phone self_check comment',
  run_import: 'left_out',
  save_background:
    'birth_year country came_as arrival_year education experience seniority employer sector size_band motivation shares',
  save_contact: 'surname',
  save_mentee_profile: 'specialism prefers_gender',
  save_mentor_profile: 'specialism migrated',
  say_expectations: 'words',
  say_not_us: 'reason',
  take_referral: 'shares',
  tick_gate: 'seen_on',
  write_newsletter: 'words',
};
/** No number of a row that is not there leaves one out. */
const mayBeHuge: Record<string, string> = { run_import: 'left_out' };

const outOfMeasure: Record<string, string[]> = {
  integer: ['(-1)', '40000', '99999', '2147483647', '(-2147483648)'],
  bigint: ['(-1)', '9223372036854775807'],
  'integer[]': [`'{-1,2147483647}'`],
  date: [`'infinity'`, `'-infinity'`, `'200000-01-01'`],
  'timestamp with time zone': [`'infinity'`, `'-infinity'`, `'200000-01-01'`],
  'timestamp with time zone[]': [`'{infinity}'`, `'{200000-01-01}'`],
};

interface Callable {
  name: string;
  names: string[];
  types: string[];
  defaults: number;
}
let town: BusyTown;
let callables: Callable[];
beforeAll(async () => {
  town = await busyTown();
  callables = await town.sql<Callable[]>`
    select proname as name, proargnames[1:pronargs] as names, pronargdefaults as defaults,
      array(select format_type(t, null) from unnest(proargtypes) with ordinality as x (t, nr) order by nr) as types
    from pg_proc where pronamespace = 'public'::regnamespace and pronargs > 0 order by proname`;
});
afterAll(() => town.close());

/** The call of the matrix with other values, by argument. */
function callWith({ name, names, types }: Callable, different: Record<string, string>): string {
  const given = valuesIn(verbs[name]!.call(town.is));
  const values = names.flatMap((argument, nr) => {
    const value = different[argument] ?? given[nr];
    return value === undefined ? [] : [`"${argument}" => (${value})::${types[nr]}`];
  });
  return `public.${name}(${values.join(', ')})`;
}

/** The values of a call in SQL: parted by the commas that stand in no text, list or other call. */
function valuesIn(call: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const [token] of call.slice(call.indexOf('(') + 1, -1).matchAll(/'(?:[^']|'')*'|[^']/g)) {
    if ('(['.includes(token)) depth++;
    if (')]'.includes(token)) depth--;
    if (token === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** `changed`, `nothing`, a refusal's key, or the failure for which there are no words. */
async function outcomeOf(verb: Verb, call: string): Promise<string> {
  try {
    const changes = await pretend(town.sql, async (tx) => {
      if (verb.before) await tx.unsafe(verb.before(town.is));
      const before = await rowsTouched(tx);
      await become(tx, verb.may === 'all' ? 'amina' : (verb.may[0] ?? 'amina'));
      await tx.unsafe(`select ${call}`);
      await tx`select set_config('role', 'none', true)`;
      return (await rowsTouched(tx)) - before;
    });
    return changes ? 'changed' : 'nothing';
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const { key } = refusalOf({ code, message }, 400);
    return key !== 'something_failed' && `refusal.${key}` in words ? key : `${code} ${message}`;
  }
}
const rowsTouched = async (tx: Parameters<Parameters<typeof pretend>[1]>[0]) =>
  (await tx`select sum(n_tup_ins + n_tup_upd + n_tup_del)::int as count from pg_stat_xact_user_tables`)[0]!
    .count as number;
const isRefused = (outcome: string) => outcome === 'nothing' || `refusal.${outcome}` in words;

test('the calls of the matrix are what is meant to work', async () => {
  const broken = [];
  for (const callable of callables) {
    const outcome = await outcomeOf(verbs[callable.name]!, callWith(callable, {}));
    if (!isRefused(outcome) && outcome !== 'changed') broken.push(`${callable.name}: ${outcome}`);
  }
  expect(broken).toEqual([]);
});

test('left out, one by one: refused, but for what is an answer', async () => {
  const changed: Record<string, string> = {};
  const wordless = [];
  for (const callable of callables) {
    const { name, names, defaults } = callable;
    const open = [];
    for (const argument of names.slice(0, names.length - defaults)) {
      const outcome = await outcomeOf(verbs[name]!, callWith(callable, { [argument]: 'null' }));
      if (outcome === 'changed') open.push(argument);
      else if (!isRefused(outcome)) wordless.push(`${name} without ${argument}: ${outcome}`);
    }
    if (open.length) changed[name] = open.join(' ');
  }
  expect(wordless).toEqual([]);
  expect(changed).toEqual(mayBeNull);
});

test('left out all at once, and all but the first: nothing is changed, and there are words', async () => {
  const wrong = [];
  for (const callable of callables) {
    const { name, names, defaults } = callable;
    const free = new Set([...names.slice(names.length - defaults), ...(mayBeNull[name] ?? '').split(' ')]);
    for (const missing of [names, names.slice(1)]) {
      if (missing.every((argument) => free.has(argument))) continue;
      const nulls = Object.fromEntries(missing.map((argument) => [argument, 'null']));
      const outcome = await outcomeOf(verbs[name]!, callWith(callable, nulls));
      if (!isRefused(outcome)) wrong.push(`${name} without ${missing.join(', ')}: ${outcome}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('out of all measure: nothing is changed, and there are words', async () => {
  const wrong = [];
  for (const callable of callables) {
    const { name, names, types } = callable;
    for (const [nr, argument] of names.entries()) {
      if (mayBeHuge[name] === argument) continue;
      for (const value of outOfMeasure[types[nr]!] ?? []) {
        const outcome = await outcomeOf(verbs[name]!, callWith(callable, { [argument]: value }));
        if (!isRefused(outcome)) wrong.push(`${name}, ${argument} ${value}: ${outcome}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
