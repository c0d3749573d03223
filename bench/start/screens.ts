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

/** Opens each screen a few times and reports the middle. */
export async function measureScreens(report: Report, { enter, app }: Stage, times: number): Promise<void> {
  for (const { name, path, who } of screens) {
    const person = await enter(who);
    const address = path ?? (await firstMentor(person));
    const visits = [];
    for (let nr = 0; nr <= times; nr++) visits.push(await visit(person.page, app.url + address));
    // The first one wakes connections and fills caches.
    const warm = visits.slice(1);
    const note = `${visits[0]!.names.join(', ')}; first time ${visits[0]!.ms.toFixed(1)} ms`;
    report({
      figure: `${name}: calls`,
      value: median(warm.map(({ calls }) => calls)),
      unit: 'calls',
      most: 2,
      note,
    });
    report({ figure: `${name}: server`, value: median(warm.map(({ ms }) => ms)), unit: 'ms', most: 12 });
    await person.context.close();
  }
}

async function firstMentor({ page, go }: Person): Promise<string> {
  await go('en/mentors');
  const link = page.locator('main a[href*="/mentors/mentor/"]').first();
  return (await link.getAttribute('href'))!;
}

/** A fresh load of a screen. Its milliseconds are from the request sent to the first byte back, added up. */
async function visit(page: Page, url: string) {
  const calls: { name: string; ms: number }[] = [];
  await page.goto('about:blank');
  const count = (request: import('playwright-core').Request) => {
    const { pathname } = new URL(request.url());
    if (!/^\/(rest|auth)\/v1\//.test(pathname)) return;
    const { requestStart, responseStart } = request.timing();
    calls.push({ name: pathname.split('/').slice(-1)[0]!, ms: responseStart - requestStart });
  };
  page.on('requestfinished', count);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(300);
  page.off('requestfinished', count);
  return {
    calls: calls.length,
    ms: calls.reduce((sum, { ms }) => sum + ms, 0),
    names: calls.map(({ name }) => name),
  };
}
