import { launchChromium } from './chromium.ts';
const base = 'http://localhost:4999';
const browser = await launchChromium();
const [who, ...rest] = process.argv.slice(2);
async function signIn(address: string) {
  const post = (path: string, body: object) => fetch(`${base}/auth/v1/${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  await post('otp', { email: address });
  await new Promise((r) => setTimeout(r, 700));
  const box = await (await fetch(`${base}/mailbox/`)).text();
  const code = /\b(\d{8})\b/.exec(box)?.[1] ?? '';
  const answer = await post('verify', { email: address, token: code, type: 'email' });
  return answer.text();
}
const session = who === '-' ? null : await signIn(who!);
for (const spec of rest) {
  const [path = '', size = 'desktop', mode = 'light', act = ''] = spec.split('|');
  const context = await browser.newContext({
    viewport: size === 'phone' ? { width: 390, height: 844 } : size === 'small' ? { width: 320, height: 700 } : { width: 1280, height: 900 },
    colorScheme: mode === 'dark' ? 'dark' : 'light', timezoneId: 'Europe/Oslo',
    storageState: { cookies: [], origins: session ? [{ origin: base, localStorage: [{ name: 'fotfeste-session', value: session }, { name: 'fotfeste-place', value: 'my' }] }] : [] },
  });
  const page = await context.newPage();
  if (mode === 'print') await page.emulateMedia({ media: 'print' });
  await page.goto(`${base}/${path}`, { waitUntil: 'networkidle' });
  if (act) await page.evaluate(act);
  await page.waitForTimeout(400);
  const name = `/tmp/zz/${path.replace(/[^a-z0-9]+/gi, '_')}-${size}-${mode}.png`;
  const [y, h] = (process.env['CLIP'] ?? '').split(',').map(Number); await page.screenshot({ path: name, fullPage: true, ...(h ? { clip: { x: 0, y: y!, width: page.viewportSize()!.width, height: h } } : {}) });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  console.log(name, wide > 0 ? `WIDE ${wide}` : '');
  await context.close();
}
await browser.close();
