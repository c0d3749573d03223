/** What journeys of joining have in common: a draft from yesterday, a link out of a mail, a page on the smallest screen. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { cast } from '../../supabase/seeds/cast.ts';
import { asPerson } from '../database.ts';
import type { Applicant } from './applications-stage.ts';
import type { Person, Stage } from './stage.ts';

/** A whole draft of this person's, as she left it yesterday. Answers its id. */
export function drafted({ app }: Stage, { id, answers }: Applicant): Promise<string> {
  return asPerson(app.sql, id, async (as) => {
    const [own] = await as<
      { id: string }[]
    >`select public.begin_application('highly-skilled', 'mentee', 'en') as id`;
    await as`select public.save_application(${own!.id}, ${as.json(answers as never)}, 0)`;
    return own!.id;
  });
}

/** A coordinator adds a partner. Answers the secret of its link. */
export async function partnerLink({ app }: Stage, name: string): Promise<string> {
  const [made] = await asPerson(app.sql, cast.coordinator.id, (as) => as<{ secret: string }[]>`
    select public.add_partner('highly-skilled', null, ${name}, 'language-school') ->> 'secret' as secret`); // prettier-ignore
  return made!.secret;
}

/** The mail that a referral brought, once it has left. */
export async function invitationTo({ app }: Stage, address: string): Promise<string> {
  const text = async () => {
    await app.drain();
    const [mail] = await app.sql<{ text: string }[]>`select text from mailbox.mails
      where address = ${address} and text like '%/referral/#%'`;
    return mail?.text ?? '';
  };
  await expect.poll(text).not.toBe('');
  return text();
}

/** The link in it. */
export const linkIn = (mail: string) => /en\/referral\/#[\w-]{43}/.exec(mail)?.[0] ?? '';

/** Begins to apply forty times at once as whoever sits here, and tries forty forged links. Answers what was said. */
export async function hammer(url: string, page: Page): Promise<string[]> {
  const session = await page.evaluate(() => localStorage.getItem('fotfeste-session') ?? '');
  const { access_token: token } = JSON.parse(session) as { access_token: string };
  const call = async (verb: string, body: object, headers = {}) => {
    const said = await fetch(`${url}/rest/v1/rpc/${verb}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...headers },
    });
    return said.text();
  };
  const begun = { programme: 'highly-skilled', part: 'mentee', locale: 'en' };
  const begins = () => call('begin_application', begun, { Authorization: `Bearer ${token}` });
  const tries = () => call('open_partner_link', { secret: 'x'.repeat(43) });
  return Promise.all(Array.from({ length: 80 }, (_, nr) => (nr % 2 ? begins() : tries())));
}

/** Opens a link as if it had come by mail: in a page that was elsewhere. */
export async function open(person: Person, path: string): Promise<void> {
  await person.page.goto('about:blank');
  await person.go(path);
}

/** Whether nothing has to be scrolled sideways. */
export const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
