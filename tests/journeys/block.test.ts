import { afterAll, beforeAll, expect, test } from 'vitest';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { asPerson } from '../database.ts';
import { openStage, phone, type Person, type Stage } from './stage.ts';

let stage: Stage;
let mentee: Person;
let mentor: Person;

beforeAll(async () => {
  stage = await openStage();
  mentee = await stage.enter(cast.mentee.address, phone);
  mentor = await stage.enter(cast.mentor.address);
});
afterAll(async () => {
  await stage?.close();
});

/** Calls a verb as somebody, past the browser. */
const as = async ({ id }: { id: string }, call: string) => {
  const [row] = await asPerson(stage.app.sql, id, (tx) => tx.unsafe(`select public.${call} as answer`));
  return row?.['answer'] as string;
};
const ask = () =>
  as(cast.mentee, `send_request('${cast.mentor.id}', 'May I ask you about firms that build bridges?')`);
const blocks = () => stage.app.sql`select person, other from public.marks where mark = 'blocked'`;
const forget = () => stage.app.sql`delete from public.requests`;

test('a mentor says no and does not want to be asked again, and later allows it again', async () => {
  const [request, block] = [t('en', 'request'), t('en', 'block')];
  await ask();
  const { page } = mentor;
  await mentor.go('en/my');
  await page.getByRole('button', { name: `${request('request.no')} ${cast.mentee.name}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(request('request.reason.other')).check();
  await dialog.getByText(block('block.means')).waitFor();
  await dialog.getByLabel(block('block.mentee')).check();
  await dialog.getByRole('button', { name: request('request.no') }).click();
  await page.getByText(request('request.inbox.none')).waitFor();
  expect(await blocks()).toEqual([{ person: cast.mentor.id, other: cast.mentee.id }]);

  await mentee.go(`en/mentors/mentor/#${cast.mentor.id}`);
  await mentee.page.getByText(t('en', 'refusal')('refusal.mentor_unknown')).first().waitFor();

  await mentor.go('en/my/settings');
  await page.getByRole('button', { name: `${block('block.allow')} ${cast.mentee.name}` }).click();
  await page.getByText(block('block.none')).waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent))
    .toBe(block('block.title'));
  expect(await blocks()).toEqual([]);
  await forget();
});

test('after a trial that came to nothing, the mentee does not want to meet this mentor again', async () => {
  const block = t('nb', 'block');
  const trial = await as(cast.mentor, `accept_request('${await ask()}')`);
  await as(cast.mentor, `say_not_us('${trial}', 'time')`);
  const { page } = mentee;
  await mentee.go('nb/my');
  const yes = page.getByRole('button', { name: block('block.yes') });
  await page.getByText(block('block.mentor')).click();
  await page.getByText(block('block.means')).waitFor();
  await yes.click();
  await page.getByText(block('block.is')).waitFor();
  expect(await blocks()).toEqual([{ person: cast.mentee.id, other: cast.mentor.id }]);
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H3');

  await mentor.go('nb/my');
  await mentor.page.getByText(block('block.mentee')).waitFor();
  expect(await mentor.page.getByText(block('block.is')).count()).toBe(0);

  await page.getByRole('link', { name: block('block.change') }).click();
  await page.getByRole('button', { name: `${block('block.allow')} ${cast.mentor.name}` }).click();
  await page.getByText(block('block.none')).waitFor();
  expect(await blocks()).toEqual([]);
});

test('nothing went wrong in either browser', () => {
  expect([...mentee.trouble, ...mentor.trouble]).toEqual([]);
});
