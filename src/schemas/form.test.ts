/** The form files ask what the programmes' rules need, and the schema refuses what the engine could not show. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { form, type Form } from './form.ts';
import { parts } from './parts.ts';
import { profileLimits } from './profile-limits.ts';
import { programme } from './programme.ts';
import { formats, genders, interests, topics } from './vocabulary.ts';

const read = (file: string) => parse(readFileSync(file, 'utf8')) as unknown;
const fileOf = (part: string) => form.parse(read(`src/content/forms/${part}.yaml`));
const questionsOf = ({ steps }: Form) => steps.flatMap(({ questions }) => questions);
/** The list that stands in a file of SQL. */
const quoted = (list: RegExp, path: string) => list.exec(readFileSync(path, 'utf8'))?.[1]?.split(',');
const presets = globSync('src/content/programmes/*.yaml').map((file) => programme.parse(read(file)));

describe.each(parts)('the form of a %s', (part) => {
  const questions = questionsOf(fileOf(part));
  const question = (key: string) => questions.find((one) => one.key === key);
  const values = (key: string) => question(key)?.options?.map(({ value }) => value);

  test('keeps to the lengths of a profile', () => {
    for (const [key, limit] of Object.entries(profileLimits))
      expect({ key, min: question(key)?.min, max: question(key)?.max }).toEqual({ key, ...limit });
  });

  test('offers the closed lists whole', () => {
    expect(values('gender')).toEqual([...genders]);
    expect(values('formats')).toEqual([...formats]);
    expect(values(part === 'mentee' ? 'goals' : 'offers')).toEqual([...topics]);
    expect(values('interests')).toEqual([...interests]);
  });

  test('asks how to meet exactly where a programme leaves a choice', () => {
    const open = presets.filter(({ course }) => course.formats.length > 1).map(({ key }) => key);
    expect([...(question('formats')?.programmes ?? [])].sort()).toEqual(open.sort());
  });

  test('asks what one likes to do exactly where it counts', () => {
    const counts = presets.filter(({ weights }) => weights.interests > 0).map(({ key }) => key);
    expect([...(question('interests')?.programmes ?? [])].sort()).toEqual(counts.sort());
  });

  test('does not carry what was told of a life into another form, and forgets it', () => {
    const told = questions.filter(
      ({ wants, when }) => wants?.rule === 'life' || (when && 'answered' in when),
    );
    expect(told.map(({ key }) => key)).toEqual(
      part === 'mentee'
        ? quoted(/life_answers[\s\S]*?'\{(.*?)\}'/, 'supabase/schemas/12_forms_asked.sql')
        : [],
    );
  });

  test('begins with a yes that cannot be skipped', () => {
    expect(question('consent_store')).toMatchObject({ kind: 'consent', required: true });
    expect(question('consent_share')).toMatchObject({ kind: 'consent', required: false });
  });
});

test.each(presets.map((one) => [one.key, one] as const))(
  '%s: every rule has its question',
  (key, { who }) => {
    const asked = questionsOf(fileOf('mentee')).filter(
      ({ programmes }) => !programmes || programmes.includes(key),
    );
    const keys = asked.map((one) => one.key);
    expect(keys).toEqual(expect.arrayContaining(['place', 'languages', 'commitment']));
    expect(keys.includes('job_ready')).toBe(who.education === 'job-ready');
    expect(keys.includes('student')).toBe(who.education === 'student' || who.status === 'student');
  },
);

describe('a form is refused', () => {
  const label = { en: 'A', nb: 'B', da: 'C', sv: 'D' };
  const text = { key: 'name', kind: 'text', label, required: true, max: 40 };
  const choice = {
    key: 'way',
    kind: 'choice',
    label,
    required: true,
    options: [
      { value: 'one', label },
      { value: 'two', label },
    ],
  };
  const made = (...questions: object[]) => ({
    key: 'mentee',
    version: 1,
    steps: [{ key: 'first', title: label, questions }],
  });

  const group = {
    key: 'jobs',
    kind: 'group',
    label,
    required: false,
    max: 3,
    row: label,
    add: label,
    questions: [text],
  };

  test('and this one is not', () => {
    expect(form.safeParse(made(choice, { ...text, when: { question: 'way', is: ['one'] } })).success).toBe(
      true,
    );
    expect(form.safeParse(made(group, { ...text, when: { answered: ['jobs'] } })).success).toBe(true);
  });

  test.each<[string, object]>([
    ['a condition on an answer that comes later', made({ ...text, when: { answered: ['way'] } }, choice)],
    ['a group that asks nothing', made({ ...group, questions: undefined })],
    ['a group without an end', made({ ...group, max: undefined })],
    ['a group without words for its lines', made({ ...group, row: undefined })],
    ['lines of what is no group', made({ ...text, questions: [text] })],
    ['a group in a group', made({ ...group, questions: [group] })],
    ['languages in a group', made({ ...group, questions: [{ ...text, kind: 'languages' }] })],
    [
      'a condition in a line',
      made(choice, { ...group, questions: [{ ...text, when: { answered: ['way'] } }] }),
    ],
    ['the same asked twice in a line', made({ ...group, questions: [text, text] })],
    ['a question called as the group’s own words', made({ ...group, questions: [{ ...text, key: 'add' }] })],
    ['a text without a length', made({ ...text, max: undefined })],
    ['a choice of nothing', made({ ...choice, options: undefined })],
    ['options of a text', made({ ...text, options: choice.options })],
    ['a number without its least', made({ ...text, kind: 'number' })],
    ['three sentences of help', made({ ...text, help: { ...label, en: 'One. Two. Three.' } })],
    ['a condition on a later question', made({ ...text, when: { question: 'way', is: ['one'] } }, choice)],
    [
      'a condition on an answer nobody can give',
      made(choice, { ...text, when: { question: 'way', is: ['three'] } }),
    ],
    ['the same question twice', made(text, text)],
    ['a missing language', made({ ...text, label: { en: 'A' } })],
  ])('%s', (_what, wrong) => {
    expect(form.safeParse(wrong).success).toBe(false);
  });
});
