/** The form files ask what the programmes' rules need, and the schema refuses what the engine could not show. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { form, type Form } from './form.ts';
import { parts } from './parts.ts';
import { profileLimits } from './profile-limits.ts';
import { programme } from './programme.ts';
import { formats, genders, topics } from './vocabulary.ts';

const read = (file: string) => parse(readFileSync(file, 'utf8')) as unknown;
const fileOf = (part: string) => form.parse(read(`src/content/forms/${part}.yaml`));
const questionsOf = ({ steps }: Form) => steps.flatMap(({ questions }) => questions);
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
  });

  test('asks how to meet exactly where a programme leaves a choice', () => {
    const open = presets.filter(({ course }) => course.formats.length > 1).map(({ key }) => key);
    expect([...(question('formats')?.programmes ?? [])].sort()).toEqual(open.sort());
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

  test('and this one is not', () => {
    expect(form.safeParse(made(choice, { ...text, when: { question: 'way', is: ['one'] } })).success).toBe(
      true,
    );
  });

  test.each<[string, object]>([
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
