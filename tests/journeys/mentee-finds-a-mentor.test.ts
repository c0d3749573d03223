import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countryName } from '../../src/i18n/format.ts';
import { t } from '../../src/i18n/t.ts';
import { cast } from '../../supabase/seeds/cast.ts';
import { axeProblems } from '../axe.ts';
import { newestCode } from '../embedded.ts';
import { picture } from './pictures.ts';
import { desktop, openStage, phone, visit, type Person, type Stage } from './stage.ts';

const ways = [
  {
    name: 'English on a computer, Norwegian on a phone',
    mentee: 'en',
    menteeSize: desktop,
    mentor: 'nb',
    mentorSize: phone,
  },
  {
    name: 'Swedish on a phone, Danish on a computer',
    mentee: 'sv',
    menteeSize: phone,
    mentor: 'da',
    mentorSize: desktop,
  },
] as const;

describe.each(ways)('from sign-in to match: $name', (way) => {
  let stage: Stage;
  let mentee: Person;
  let mentor: Person;
  const her = t(way.mentee, 'sign-in');

  beforeAll(async () => {
    stage = await openStage();
    mentee = await visit(stage.app, stage.browser, way.menteeSize);
    mentor = await stage.enter(cast.mentor.address, way.mentorSize);
  });
  afterAll(async () => {
    await stage?.close();
  });

  test('a mentee signs in with a code from her mail, pasted with a space in it', async () => {
    const { page } = mentee;
    await mentee.go(`${way.mentee}/sign-in`);
    await page.getByLabel(her('sign-in.address')).fill(cast.mentee.address);
    await picture(page, `${way.mentee}-sign-in`);
    await page.getByRole('button', { name: her('sign-in.send') }).click();
    const field = page.getByLabel(her('sign-in.code'), { exact: true });
    await field.fill('12345678');
    await page.getByRole('button', { name: her('sign-in.enter') }).click();
    await page.getByText(t(way.mentee, 'refusal')('refusal.code_wrong', { count: 4 })).waitFor();
    const { code } = await newestCode(stage.app.sql, cast.mentee.address);
    await field.fill(`${code.slice(0, 4)} ${code.slice(4)}`);
    await picture(page, `${way.mentee}-sign-in-code`);
    await page.getByRole('button', { name: her('sign-in.enter') }).click();
    await page.waitForURL(`**/${way.mentee}/my/`);
    await page.getByRole('link', { name: t(way.mentee, 'portal')('my.next.find') }).waitFor();
    await picture(page, `${way.mentee}-my-page-before`);
  });

  test('she and the mentor see whom to turn to, and with which address', async () => {
    await mentor.go(`${way.mentor}/my`);
    for (const [{ page }, lang] of [
      [mentee, way.mentee],
      [mentor, way.mentor],
    ] as const) {
      const card = page.locator('#coordinator');
      await card.getByRole('heading', { name: t(lang, 'portal')('my.coordinator', { count: 1 }) }).waitFor();
      expect(await card.locator('bdi').allTextContents()).toEqual([cast.coordinator.name]);
      const link = card.getByRole('link', { name: cast.coordinator.address });
      expect(await link.getAttribute('href')).toBe(`mailto:${cast.coordinator.address}?subject=Fotfeste`);
      await picture(page, `${lang}-coordinator`);
      await expect.poll(() => axeProblems(page)).toEqual([]);
    }
  });

  test('she finds mentors in the order of fit, with reasons', async () => {
    const { page } = mentee;
    await mentee.go(`${way.mentee}/mentors`);
    const cards = page.locator('.people > .card');
    await cards.first().waitFor();
    await expect.poll(() => cards.first().getByRole('heading').textContent()).toBe(cast.mentor.name);
    await expect.poll(() => cards.first().locator('.reasons li').count()).toBeGreaterThan(2);
    await picture(page, `${way.mentee}-mentors`);
  });

  test('she asks one', async () => {
    const { page } = mentee;
    const say = t(way.mentee, 'request');
    await page.getByRole('link', { name: cast.mentor.name, exact: true }).click();
    await page
      .getByLabel(say('request.message'))
      .fill('Hello! I have built bridges for nine years and would like to know how firms here work.');
    await picture(page, `${way.mentee}-mentor`);
    await page.getByRole('button', { name: say('request.send') }).dblclick();
    await page
      .getByRole('heading', { name: t(way.mentee, 'mentor')('mentor.asked', { name: cast.mentor.name }) })
      .waitFor();
    const [row] = await stage.app.sql`select count(*)::int as requests from public.requests`;
    expect(row?.requests).toBe(1);
    await mentee.go(`${way.mentee}/my`);
    await page.getByText(say('request.state.open', { name: cast.mentor.name })).waitFor();
    await picture(page, `${way.mentee}-my-page-waiting`);
  });

  test('the mentor asks something, gets an answer, and says yes', async () => {
    const says = t(way.mentor, 'request');
    const asks = t(way.mentee, 'request');
    await mentor.go(`${way.mentor}/my`);
    await mentor.page.getByRole('heading', { name: cast.mentee.name }).waitFor();
    await picture(mentor.page, `${way.mentor}-inbox`);
    await mentor.page
      .getByRole('button', { name: `${says('request.question')} ${cast.mentee.name}` })
      .click();
    await mentor.page.getByLabel(says('request.question.label')).fill('Which kind of bridges?');
    await mentor.page.getByRole('button', { name: says('request.question.send') }).click();
    await mentor.page
      .getByText(says('request.inbox.means.asked', { name: '…', until: '…' }).split('.')[0] ?? '')
      .waitFor();

    await mentee.go(`${way.mentee}/my`);
    await mentee.page.getByRole('button', { name: `${asks('request.reply')} ${cast.mentor.name}` }).click();
    await mentee.page
      .getByRole('dialog')
      .getByLabel(asks('request.reply'))
      .fill('Concrete, mostly. Two of steel.');
    await mentee.page.getByRole('button', { name: asks('request.reply.send') }).click();
    await mentee.page.getByText(asks('request.state.open', { name: cast.mentor.name })).waitFor();

    await mentor.go(`${way.mentor}/my`);
    await mentor.page.getByText('Concrete, mostly.').waitFor();
    await mentor.page.getByRole('button', { name: says('request.yes') }).click();
    await mentor.page.getByRole('heading', { name: t(way.mentor, 'trial')('trial.title') }).waitFor();
  });

  test('she shares where she comes from before they meet, and takes it back', async () => {
    const says = t(way.mentee, 'background');
    const told = mentor.page.locator('.told-facts');
    const { page } = mentee;
    const saves = async () => {
      const answered = page.waitForResponse((answer) => answer.url().endsWith('/save_background'));
      await page.getByRole('button', { name: says('background.save') }).click();
      expect((await answered).ok()).toBe(true);
      await page.getByText(says('background.saved')).waitFor();
    };
    await mentee.go(`${way.mentee}/my/settings`);
    await page.getByText(says('background.preview.nothing')).waitFor();
    await page.getByLabel(says('background.birth_year')).fill('90');
    await page.getByRole('button', { name: says('background.save') }).click();
    await page.getByText(t(way.mentee, 'refusal')('refusal.background_birth_year_range')).first().waitFor();
    await page.getByLabel(says('background.birth_year')).fill('1990');
    await page.locator('#background-country').fill(countryName(way.mentee, 'SY'));
    await page.getByLabel(says('background.share.country')).check();
    const preview = page.locator('.shared-preview').getByText(countryName(way.mentee, 'SY'), { exact: true });
    await preview.waitFor();
    await saves();
    await picture(page, `${way.mentee}-background`);
    await expect.poll(() => axeProblems(page)).toEqual([]);
    await mentor.go(`${way.mentor}/my`);
    await told.getByText(countryName(way.mentor, 'SY'), { exact: true }).waitFor();
    await page.getByLabel(says('background.share.country')).uncheck();
    await saves();
    await mentor.go(`${way.mentor}/my`);
    await expect.poll(() => told.count()).toBe(0);
  });

  test('they agree on a time and a place', async () => {
    const proposes = t(way.mentor, 'trial');
    const agrees = t(way.mentee, 'trial');
    const { page } = mentor;
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel(proposes('trial.day')).fill(day);
    await page.getByLabel(proposes('trial.time')).fill('17:00');
    await page.getByLabel(t(way.mentor, 'form')('form.format.in-person')).check();
    await page.getByLabel(proposes('trial.meet-at')).fill('Deichman Bjørvika, by the entrance');
    await picture(page, `${way.mentor}-propose-time`);
    await page.getByRole('button', { name: proposes('trial.propose', {}), exact: true }).click();
    await page.getByText(proposes('trial.state.agree-awaited', { name: cast.mentee.name })).waitFor();
    expect(await page.getByLabel(proposes('trial.day')).count()).toBe(0);

    await mentee.go(`${way.mentee}/my`);
    // A time that passes while the page is open is proposed anew.
    const agree = mentee.page.getByRole('button', { name: agrees('trial.agree') });
    const pass = async (days: number) => {
      await stage.app.sql`update public.trials set starts_at = starts_at - make_interval(days => ${days})`;
      await mentee.page.evaluate(() => dispatchEvent(new Event('online')));
    };
    await agree.waitFor();
    await pass(30);
    await mentee.page.getByLabel(agrees('trial.day')).waitFor();
    await pass(-30);
    await picture(mentee.page, `${way.mentee}-agree-time`);
    await agree.click();
    await mentee.page.getByText(agrees('trial.state.meet')).first().waitFor();
    await picture(mentee.page, `${way.mentee}-first-hour`);
  });

  test('after the hour both say go on, and a match exists', async () => {
    await stage.app.sql`update public.trials set starts_at = now() - interval '1 hour'`;
    const hers = t(way.mentee, 'trial');
    const his = t(way.mentor, 'trial');
    await mentee.go(`${way.mentee}/my`);
    await picture(mentee.page, `${way.mentee}-verdict`);
    await mentee.page.getByRole('button', { name: hers('trial.go-on') }).click();
    await mentee.page.getByText(hers('trial.state.say-awaited')).waitFor();
    await mentor.go(`${way.mentor}/my`);
    await mentor.page.getByText(his('trial.other-has-said', { name: cast.mentee.name })).waitFor();
    await mentor.page.getByRole('button', { name: his('trial.go-on') }).click();
    await mentor.page.getByRole('heading', { name: t(way.mentor, 'match')('match.title') }).waitFor();
    await picture(mentor.page, `${way.mentor}-match`);
    await mentee.go(`${way.mentee}/my`);
    await mentee.page.getByText(t(way.mentee, 'match')('match.state.active')).waitFor();
    await picture(mentee.page, `${way.mentee}-match`);
    await mentee.page.getByRole('link', { name: t(way.mentee, 'portal')('my.coordinator.write') }).click();
    await mentee.page.locator('#coordinator:target').waitFor();
    const matches = await stage.app.sql`select status from public.matches`;
    expect(matches.map(({ status }) => status as string)).toEqual(['active']);
  });

  test('nothing went wrong in either browser', () => {
    expect([...mentee.trouble, ...mentor.trouble]).toEqual([]);
  });
});
