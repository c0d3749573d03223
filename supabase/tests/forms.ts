/** Two small forms for tests, with a question of every kind the database knows. */
import type { Sql } from 'postgres';

const options = (...values: string[]) => values.map((value) => ({ value }));
const topics = options('job-search', 'cv', 'interview', 'network', 'sector', 'language');

/** What both parts are asked. */
const you = [
  { key: 'shown_name', kind: 'text', required: true, min: 1, max: 40 },
  { key: 'birth_year', kind: 'year', required: true, min: 1930, max: 2012, wants: { rule: 'age', otherwise: 'optional' } },
  { key: 'gender', kind: 'choice', options: options('woman', 'man', 'non-binary', 'undisclosed'), required: true, wants: { rule: 'gender' } },
  { key: 'education', kind: 'education', required: true, wants: { rule: 'education', otherwise: 'optional' } },
  { key: 'student', kind: 'yes-no', wants: { rule: 'education' } },
  { key: 'job_ready', kind: 'yes-no', wants: { rule: 'education' } },
  { key: 'came_as', kind: 'choice', options: options('born-here', 'refugee', 'family', 'work', 'study', 'nordic', 'other') },
  { key: 'arrival_year', kind: 'year', min: 1950, max: 2030, when: { question: 'came_as', is: ['refugee', 'family'] } },
  { key: 'languages', kind: 'languages', required: true },
  { key: 'place', kind: 'place', required: true },
  { key: 'online', kind: 'yes-no' },
  { key: 'field', kind: 'field', required: true },
  { key: 'specialism', kind: 'text', min: 2, max: 80 },
  { key: 'formats', kind: 'choices', options: options('in-person', 'online'), required: true, min: 1 },
  { key: 'hours', kind: 'number', required: true, min: 1, max: 40 },
  { key: 'about', kind: 'long-text', required: true, min: 20, max: 1200 },
  { key: 'commitment', kind: 'yes-no', required: true },
  { key: 'jobs', kind: 'group', max: 2, questions: [
    { key: 'work', kind: 'field', required: true },
    { key: 'country', kind: 'country' },
    { key: 'years', kind: 'number', min: 0, max: 60 },
  ] },
  { key: 'life', kind: 'choices', max: 2, options: options('own-health', 'nights-or-shifts'), wants: { rule: 'life' } },
  { key: 'energy', kind: 'choice', options: options('enough', 'little'), wants: { rule: 'life' } },
  { key: 'consent_life', kind: 'consent', required: true, when: { answered: ['life', 'energy'] } },
  { key: 'consent_store', kind: 'consent', required: true },
  { key: 'consent_share', kind: 'consent' },
]; // prettier-ignore

export const menteeForm = {
  key: 'mentee',
  version: 1,
  steps: [
    { key: 'you', questions: you },
    {
      key: 'plan',
      questions: [
        { key: 'goals', kind: 'choices', options: topics, required: true, min: 1, max: 5 },
        { key: 'prefers_gender', kind: 'choice', options: options('any', 'woman', 'man'), required: true, wants: { rule: 'asks_gender' } },
        { key: 'coffee', kind: 'text', required: true, programmes: ['careful'] },
      ],
    },
  ],
}; // prettier-ignore

export const mentorForm = {
  key: 'mentor',
  version: 1,
  steps: [
    { key: 'you', questions: you.filter(({ wants }) => !wants) },
    {
      key: 'offers',
      questions: [{ key: 'offers', kind: 'choices', options: topics, required: true, min: 1 }],
    },
  ],
};

/** Puts both forms into the database, beside those of the content; `version` makes them the newest. */
export async function syncForms(sql: Sql, version = 900): Promise<void> {
  for (const form of [menteeForm, mentorForm])
    await sql`select private.sync_form(${sql.json({ ...form, version })})`;
}

/** Answers that are enough for `free`, of somebody in the north. */
export const enough = {
  shown_name: 'Alma',
  languages: [{ language: 'en', level: 'B2' }],
  place: 'zz-north-bay',
  field: '2512',
  formats: ['in-person'],
  hours: 4,
  about: 'Somebody who was made up for a test.',
  commitment: true,
  consent_store: true,
  goals: ['cv', 'network'],
};

/** The same of a mentor, who has offers where a mentee has goals. */
export const enoughOfMentor = { ...enough, goals: undefined, offers: ['cv'] };
