import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { openTown, rowsOf, type Town } from './coordinator-stage.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

test('a coordinator of one region sees that region and nothing else', async () => {
  const { sql } = town.app;
  const { page, trouble } = await town.comeToDesk(cast.coordinatorRogaland.address, 'da');
  await page.getByText('Rogaland', { exact: false }).first().waitFor();
  const people = await sql<{ row: string; mine: boolean }[]>`
    select 'preparing/mentor/' || person as row, region = 'no-11' as mine from public.mentors
      where programme = 'highly-skilled' and standing = 'preparing'
    union all select 'preparing/mentee/' || person, region = 'no-11' from public.mentees
      where programme = 'highly-skilled' and standing = 'preparing'`;
  expect(people.some(({ mine }) => !mine)).toBe(true);
  const mine = people.filter((person) => person.mine).map(({ row }) => row);
  await expect.poll(async () => (await rowsOf(page, 'preparing')).toSorted()).toEqual(mine.toSorted());

  const trials = await rowsOf(page, 'trials');
  const requests = await rowsOf(page, 'requests');
  const strange = await sql`
    select id from public.trials where id = any (${trials}) and not 'highly-skilled/no-11' = any (desks)
    union all
    select id from public.requests where id = any (${requests}) and not 'highly-skilled/no-11' = any (desks)`;
  expect(strange.length).toBe(0);
  expect(trouble).toEqual([]);
});

test('a coordinator reads which texts readers find clear, and comes from there to the text', async () => {
  const { page, trouble } = await town.comeToDesk(cast.coordinatorRogaland.address, 'nb');
  await page.getByRole('link', { name: t('nb', 'readers')('readers.title') }).click();
  await page.locator('.readers').waitFor();
  const numbers = await page
    .locator('.readers tbody td:nth-child(2)')
    .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
  expect(numbers.length).toBeGreaterThan(3);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  expect(await axeProblems(page)).toEqual([]);
  await page.getByRole('link', { name: 'Den første timen' }).click();
  await page.waitForURL('**/nb/handbook/the-first-hour/');
  expect(trouble).toEqual([]);
});

test('who is no coordinator is told so, and shown the way out', async () => {
  const { page } = await town.comeToDesk(cast.mentee.address, 'sv');
  await page.getByRole('heading', { name: 'Här arbetar koordinatorer' }).waitFor();
  await page.locator('main').getByRole('link', { name: 'Min sida' }).click();
  await page.waitForURL('**/sv/my/');
});

test('a desk with nothing to do says so kindly', async () => {
  const { sql } = town.app;
  // A region that the programme has no people in yet.
  const [place] = await sql`select key from public.places where region is null and key like 'no-%'
    and not exists (select from public.mentees m where m.region = key)
    and not exists (select from public.mentors m where m.region = key)
    and not exists (select from public.applications a where a.region = key) limit 1`;
  await sql`insert into public.coordinators (person, programme, region)
    values (${cast.mentor2.id}, 'highly-skilled', ${place!.key as string})`;
  const { page } = await town.comeToDesk(cast.mentor2.address, 'en');
  await page.getByRole('heading', { name: 'Nothing needs you just now' }).waitFor();
  await expect.poll(() => page.locator('.desk-section').count()).toBe(0);
});
