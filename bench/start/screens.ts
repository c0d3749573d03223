/** What a screen of the portal asks of the server: calls, and how long the server took over them. */
import type { Page } from 'playwright-core';
import type { Person, Stage } from '../../tests/journeys/stage.ts';
import type { Report } from '../figures.ts';
import { median } from '../quantile.ts';

const mentee = 'mentee@demo.example';
const screens = [
  { name: 'directory', path: '/en/mentors/', who: mentee },
  { name: 'profile of a mentor', path: null, who: mentee },
  { name: 'my page', path: '/en/my/', who: mentee },
  { name: 'mentor profile form', path: '/en/my/mentor/', who: 'mentor@demo.example' },
  { name: 'inbox', path: '/en/my/', who: 'mentor@demo.example' },
  { name: 'desk', path: '/en/desk/', who: 'coordinator@demo.example' },
];

/** Opens each screen in Chromium, then repeats what it asked for without one, so that only the server is timed. */
export async function measureScreens(report: Report, { enter, app }: Stage, times: number): Promise<void> {
  for (const { name, path, who } of screens) {
    const person = await enter(who);
    const calls = await callsOf(person.page, app.url + (path ?? (await firstMentor(person))));
    await person.context.close();
    const rounds: number[] = [];
    for (let nr = -3; nr < times; nr++) {
      let ms = 0;
      for (const call of calls) ms += await repeat(call);
      if (nr >= 0) rounds.push(ms);
    }
    const note = calls.map(({ url }) => new URL(url).pathname.split('/').at(-1)).join(', ');
    report({ figure: `${name}: calls`, value: calls.length, unit: 'calls', most: 2, note });
    report({
      figure: `${name}: server`,
      value: median(rounds),
      unit: 'ms',
      most: 12,
      note: `${times} times`,
    });
  }
}

async function firstMentor({ page, go }: Person): Promise<string> {
  await go('en/mentors');
  const link = page.locator('main a[href*="/mentors/mentor/"]').first();
  return (await link.getAttribute('href'))!;
}

interface Call {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: string | null;
}

/** What a fresh load of a screen asks of the API. */
async function callsOf(page: Page, url: string): Promise<Call[]> {
  const calls: Promise<Call>[] = [];
  await page.goto('about:blank');
  page.on('request', (request) => {
    if (!/^\/(rest|auth)\/v1\//.test(new URL(request.url()).pathname)) return;
    calls.push(
      request.allHeaders().then((headers) => ({
        url: request.url(),
        method: request.method(),
        headers: Object.fromEntries(
          Object.entries(headers).filter(([key]) => /^(authorization|content-type|accept)$/.test(key)),
        ),
        body: request.postData(),
      })),
    );
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(300);
  return Promise.all(calls);
}

async function repeat({ url, method, headers, body }: Call): Promise<number> {
  const started = performance.now();
  const answer = await fetch(url, { method, headers, body });
  await answer.text();
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}.`);
  return performance.now() - started;
}
