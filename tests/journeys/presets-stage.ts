/** From the first question of a programme's form to a letter, for whichever part. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cast } from '../../supabase/seeds/cast.ts';
import { t } from '../../src/i18n/t.ts';
import type { Part } from '../../src/schemas/form.ts';
import type { Locale } from '../../src/schemas/vocabulary.ts';
import { answer, goOnFrom, isUntroubled, type Said } from './apply-pages.ts';
import { openAt, talk } from './presets-talk.ts';
import { openStage, type Person, type Stage } from './stage.ts';

/** A programme, the language it is applied for in, where it works, and what stands in the way of the second one. */
export type Preset = [programme: string, lang: Locale, place: string, rule: string, differs: Said];

export interface PresetStage extends Stage {
  coordinator: Person;
}

/** Drives two people into each programme of a table, and holds that the table has them all. */
export function drivePresets(part: Part, anybody: Said, presets: Preset[]): void {
  let stage: PresetStage;
  beforeAll(async () => {
    stage = await openPresets();
  });
  afterAll(() => stage?.close());

  test('these are all there are', async () => {
    const known = await stage.app.sql<{ key: string }[]>`select key from public.programmes`;
    expect(presets.map(([key]) => key).toSorted()).toEqual(known.map(({ key }) => key).toSorted());
  });
  test.each(presets)('%s, in %s', (...preset) => driveBoth(stage, part, anybody, preset));
}

/** The stage, with the same coordinator at every desk. */
async function openPresets(): Promise<PresetStage> {
  const stage = await openStage();
  await stage.app.sql`insert into public.coordinators (person, programme)
    select ${cast.coordinator.id}, key from public.programmes on conflict do nothing`;
  return { ...stage, coordinator: await stage.enter(cast.coordinator.address) };
}

/** One who may take part and one who may not apply at once, and each reads a letter. */
async function driveBoth(
  stage: PresetStage,
  part: Part,
  anybody: Said,
  [programme, lang, place, rule, differs]: Preset,
): Promise<void> {
  // A region, or one and a municipality in it.
  const [region = '', town] = place.split('/');
  const said = { ...anybody, place: region, ...(town && { 'town-place': town }) };
  const [may, mayNot] = await Promise.all([
    apply(stage, part, programme, lang, { ...said, shown_name: 'Maya' }),
    apply(stage, part, programme, lang, { ...said, shown_name: 'Noor', ...differs }),
  ]);
  expect(may.eligibility).toMatchObject({ unmet: [], open: [] });
  expect(mayNot.eligibility.unmet.map((one) => one.rule)).toEqual([rule]);
  if (part === 'mentee') await talk(stage, may.id, programme);
  await decide(stage, 'Maya', programme, 'accept');
  await decide(stage, 'Noor', programme, 'redirect');
  await Promise.all([reads(stage, may, 'accepted', lang), reads(stage, mayNot, 'redirected', lang)]);
}

interface Applicant {
  person: Person;
  id: string;
  eligibility: { unmet: { rule: string }[]; open: string[] };
}

/** Applies, answering whatever is asked, and sees before sending whether something stands in the way. */
async function apply(
  stage: Stage,
  part: Part,
  programme: string,
  lang: Locale,
  said: Said,
): Promise<Applicant> {
  const { sql } = stage.app;
  const say = t(lang, 'apply');
  const name = String(said['shown_name']);
  const person = await stage.enter(`${name}-${programme}@example.org`.toLowerCase());
  const { page } = person;
  await person.go(`${lang}/apply/${part}/?programme=${programme}`);
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

/** Of what she can say, what the open page asks; answers can bring further questions with them. */
async function tell(said: Said, { page }: Person): Promise<void> {
  const told = new Set<string>();
  for (;;) {
    const names = await page
      .locator('.one-step :is(input, select, textarea)')
      .evaluateAll((fields) =>
        fields
          .flatMap((field) => [field.getAttribute('name') ?? '', field.id])
          .map((name) => name.replace(/^apply-/, '')),
      );
    const asks = (key: string) => names.some((name) => name === key || name.startsWith(`${key}-`));
    const next = Object.entries(said).filter(([key]) => asks(key) && !told.has(key));
    if (next.length === 0) return;
    for (const [key] of next) told.add(key);
    await answer(page, Object.fromEntries(next));
  }
}

/** A coordinator finds her in the queue, decides, and sends the letter as it is proposed. */
async function decide(
  { app, coordinator }: PresetStage,
  name: string,
  programme: string,
  decision: string,
): Promise<void> {
  const { page } = coordinator;
  await openAt(coordinator, name);
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
      () => app.sql`select 1 from public.applications
        where programme = ${programme} and answers ->> 'shown_name' = ${name} and decided_at is not null`,
    )
    .toHaveLength(1);
}

/** She reads what was decided, and the letter, in her language. */
async function reads({ app }: Stage, { person, id }: Applicant, status: string, lang: Locale): Promise<void> {
  const [row] = await app.sql`select a.status, m.message as letter from public.applications a
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
