/** Every programme takes applications: one who may take part and one who may not, from the first question to a letter. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../supabase/seeds/cast.ts';
import { t } from '../../src/i18n/t.ts';
import type { Locale } from '../../src/schemas/vocabulary.ts';
import { axeProblems } from '../axe.ts';
import { asPerson, refusalOf } from '../database.ts';
import { answer, goOnFrom, isUntroubled, type Said } from './apply-pages.ts';
import { picture } from './pictures.ts';
import { openStage, type Person, type Stage } from './stage.ts';

let stage: Stage;
let coordinator: Person;
beforeAll(async () => {
  stage = await openStage();
  const { sql } = stage.app;
  // The same coordinator at every desk.
  await sql`insert into public.coordinators (person, programme)
    select ${cast.coordinator.id}, key from public.programmes on conflict do nothing`;
  coordinator = await stage.enter(cast.coordinator.address);
});
afterAll(() => stage?.close());

/** Whom most programmes are for; each asks only for some of it. */
const anybody: Said = {
  birth_year: '2003',
  gender: 'woman',
  came_as: 'refugee',
  country: ['So', 'Somalia'],
  arrival_year: '2019',
  formats: 'in-person',
  hours: '4',
  commitment: 'yes',
  languages: ['so N', 'en B2'],
  'education-level': 'bachelor',
  'education-where': 'home',
  'education-recognised': 'partly',
  student: 'yes',
  job_ready: 'yes',
  goals: 'network',
  prefers: 'any',
  about: 'I built web shops for five years and want to do that again.',
  channel: 'event',
  consent_store: 'yes',
};

/** By programme: the language it is applied for in, where it works, and what stands in the way of the second one. */
const presets: [programme: string, lang: Locale, place: string, rule: string, differs: Said][] = [
  ['highly-skilled', 'nb', 'no-11', 'education', { 'education-level': 'none' }],
  ['women-network', 'da', 'dk-84', 'gender', { gender: 'man' }],
  ['settle-in', 'sv', 'fi-18', 'area', { place: 'fi-19' }],
  ['business-leaders', 'da', 'dk-83', 'status', { came_as: 'work' }],
  ['company', 'en', 'dk-81', 'education', { 'education-level': 'trade-certificate' }],
  ['local-refugee', 'en', 'dk-82', 'education', { 'education-level': 'none', job_ready: 'no' }],
  ['international-students', 'en', 'dk-84', 'education', { student: 'no' }],
  ['youth', 'da', 'dk-85', 'age', { birth_year: '1980' }],
  ['supportive-adult', 'da', 'dk-84', 'gender', { gender: 'man' }],
];

test('these are all there are', async () => {
  const known = await stage.app.sql<{ key: string }[]>`select key from public.programmes`;
  expect(presets.map(([key]) => key).toSorted()).toEqual(known.map(({ key }) => key).toSorted());
});

test.each(presets)('%s, in %s', async (programme, lang, place, rule, differs) => {
  const [may, mayNot] = await Promise.all([
    apply(programme, lang, { ...anybody, place, shown_name: 'Maya' }),
    apply(programme, lang, { ...anybody, place, shown_name: 'Noor', ...differs }),
  ]);
  expect(may.eligibility).toMatchObject({ unmet: [], open: [] });
  expect(mayNot.eligibility.unmet.map((one) => one.rule)).toEqual([rule]);
  await talk(may, programme);
  await decide('Maya', programme, 'accept');
  await decide('Noor', programme, 'redirect');
  await Promise.all([reads(may, 'accepted', lang), reads(mayNot, 'redirected', lang)]);
});

interface Applicant {
  person: Person;
  id: string;
  eligibility: { unmet: { rule: string }[]; open: string[] };
}

/** Applies, answering whatever is asked, and sees before sending whether something stands in the way. */
async function apply(programme: string, lang: Locale, said: Said): Promise<Applicant> {
  const { sql } = stage.app;
  const say = t(lang, 'apply');
  const name = String(said['shown_name']);
  const person = await stage.enter(`${name}-${programme}@example.org`.toLowerCase());
  const { page } = person;
  await person.go(`${lang}/apply/mentee/?programme=${programme}`);
  const [field] = await sql`select labels ->> ${lang} as label from public.fields where code = '2512'`;
  const answers = { ...said, field: [field?.['label'], field?.['label']] };
  await page.getByRole('button', { name: say('apply.begin'), exact: true }).click();
  await page.locator('.one-step').waitFor();
  while (!page.url().endsWith('#review')) {
    await tell(answers, person);
    await goOnFrom(page);
  }
  const unmet = name === 'Noor';
  await page
    .locator(unmet ? '.unmet' : '.review')
    .first()
    .waitFor();
  if (!unmet) await page.getByText(say('apply.all-met')).waitFor();
  await page.getByRole('button', { name: say('apply.send') }).click();
  await page.getByRole('heading', { name: say('apply.sent') }).waitFor();
  const [row] = await sql<{ id: string; eligibility: Applicant['eligibility'] }[]>`
    select id, eligibility from public.applications
    where programme = ${programme} and answers ->> 'shown_name' = ${name} and locale = ${lang}`;
  return { person, id: row?.id ?? '', eligibility: row?.eligibility ?? { unmet: [], open: ['nothing'] } };
}

/** Of what she can say, what the open page asks; an answer can bring the next question with it. */
async function tell(said: Said, { page }: Person): Promise<void> {
  const told = new Set<string>();
  for (;;) {
    const names = await page
      .locator('.one-step :is(input, select, textarea)')
      .evaluateAll((fields) =>
        fields.map((field) => (field.getAttribute('name') ?? field.id).replace(/^apply-/, '')),
      );
    const asks = (key: string) => names.some((name) => name === key || name.startsWith(`${key}-`));
    const next = Object.entries(said).find(([key]) => asks(key) && !told.has(key));
    if (!next) return;
    told.add(next[0]);
    await answer(page, Object.fromEntries([next]));
  }
}

/** What each programme's talk must be about; in the first of them it is noted by hand. */
const byHand = 'women-network';
async function talk({ id }: Applicant, programme: string): Promise<void> {
  const [row] = await stage.app.sql<{ required: string[] }[]>`
    select mentee_talk_required as required from public.programmes where key = ${programme}`;
  const required = row?.required ?? [];
  if (programme === byHand) return noteByHand(required);
  if (required.length === 0) return;
  const { sql } = stage.app;
  const yes = asPerson(
    sql,
    cast.coordinator.id,
    (as) =>
      as`select public.decide_application(${id}, 'accept', 'ready', 'Welcome. We are glad to have you.')`,
  );
  expect(await refusalOf(yes)).toBe('interview_incomplete');
  await asPerson(sql, cast.coordinator.id, (as) => as`select public.note_interview(${id}, ${as.json({ talked: required })})`); // prettier-ignore
}

/** A yes asks for the talk; then she is noted by the keyboard, part by part, until nothing is open. */
async function noteByHand(required: string[]): Promise<void> {
  const { page } = coordinator;
  await openAt('Maya');
  await page.keyboard.press('d');
  const dialog = page.locator('dialog');
  await dialog.locator('input[value="accept"]').check();
  await dialog.locator('#decide-letter').waitFor();
  await page.keyboard.press('Control+Enter');
  await dialog.locator('.error-summary:focus').waitFor();
  await dialog.locator('#decide-anyway[aria-invalid="true"]').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.locator('#reading-title').focus();
  for (const [nr, part] of required.entries()) {
    await expect.poll(() => page.locator('#notes [data-open]').count()).toBe(required.length - nr);
    await page.locator('#reading-title').focus();
    await page.keyboard.press('n');
    if (part === 'life') await page.locator(`#notes-${part}-talked`).press('Space');
    else if (part === 'ready') await page.keyboard.press('Space');
    else {
      await page.locator(`#notes-${part}:focus`).waitFor();
      await page.keyboard.type(`About ${part}, in her own words.`);
    }
  }
  await expect.poll(() => page.locator('#notes [data-open]').count()).toBe(0);
  expect(await axeProblems(page)).toEqual([]);
  await picture(page, 'talk-by-the-guide');
  await page.locator('.applications-kept', { hasText: 'Your notes are kept.' }).waitFor();
}

async function openAt(name: string): Promise<void> {
  const { page } = coordinator;
  await coordinator.go('en/desk/applications');
  await page.locator('[data-row] a', { hasText: name }).first().click();
  await page.locator('#reading-title', { hasText: name }).waitFor();
}

/** A coordinator finds her in the queue, decides, and sends the letter as it is proposed. */
async function decide(name: string, programme: string, decision: string): Promise<void> {
  const { page } = coordinator;
  await openAt(name);
  await page.keyboard.press('d');
  const dialog = page.locator('dialog');
  await dialog.locator(`input[value="${decision}"]`).check();
  const reason = dialog.locator('#decide-reason, input[name="decide-reason"]');
  await dialog.locator('#decide-letter').waitFor();
  if ((await reason.count()) > 1) await reason.first().check();
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
  await expect
    .poll(
      () => stage.app.sql`select 1 from public.applications
        where programme = ${programme} and answers ->> 'shown_name' = ${name} and decided_at is not null`,
    )
    .toHaveLength(1);
}

/** She reads what was decided, and the letter, in her language. */
async function reads({ person, id }: Applicant, status: string, lang: Locale): Promise<void> {
  const [row] = await stage.app.sql`select a.status, m.message as letter from public.applications a
    join public.application_messages m on m.application = a.id and m.kind = 'letter' where a.id = ${id}`;
  expect(row?.['status']).toBe(status);
  const greeting = { en: 'Dear', nb: 'Hei', da: 'Kære', sv: 'Hej' };
  await person.go(`${lang}/my/applications`);
  await person.page
    .getByText(`${greeting[lang]} ${row?.['letter'].split(/[ ,!]/)[1]}`)
    .first()
    .waitFor();
  isUntroubled(person);
  await person.context.close();
}
