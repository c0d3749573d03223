import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const known = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What every Chromium of the tests is started with: no sandbox for root, nothing that calls home. */
export const chromiumOptions = {
  // Undefined: the one `npx playwright install chromium` put in its own folder.
  executablePath: known.find((path) => path && existsSync(path)),
  args: [
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--no-first-run',
  ],
};

/** A Chromium of one's own. */
export function openBrowser() {
  return chromium.launch(chromiumOptions);
}
