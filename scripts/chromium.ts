/**
 * A real Chromium for booklets and tests: one that is installed, else Playwright's, else Debian's. Where there is a
 * choice, its shell without windows: the same engine for a quarter less of the processor.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const shell = '/usr/bin/chromium-headless-shell';
const installed = [
  process.env.CHROME_PATH,
  shell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Nothing that calls home; root has no sandbox. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];

const found = (): string | undefined =>
  [...installed, chromium.executablePath()].find((path) => path !== undefined && existsSync(path));

type Way = [command: string, args: string[]];

/** How Debian installs a package, with the lists it has, else with new ones. */
const debian = (name: string): Way[] => [
  ['apt-get', ['install', '-y', name]],
  ['sh', ['-c', `apt-get -o Acquire::http::Timeout=20 update && apt-get install -y ${name}`]],
];

/** Tries ways to install a Chromium, one after the other, until the one that is looked for is there. */
const install = (ways: Way[], isThere: () => unknown): void => {
  for (const [command, args] of ways) {
    if (isThere()) return;
    spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  }
};

/** Path of a Chromium on this machine, installed now if need be. Throws a sentence that says what to do. */
export function chromiumPath(): string {
  install([['npx', ['playwright-core', 'install', 'chromium']], ...debian('chromium')], found);
  const path = found();
  if (!path)
    throw new Error('No Chromium found and none could be installed. Install Chromium or set CHROME_PATH.');
  return path;
}

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });

// The check gives a Debian machine of its own the shell, even where there is a whole Chromium.
if (import.meta.main) {
  const chosen = process.env.CHROME_PATH !== undefined || process.getuid?.() !== 0;
  install(debian('chromium-headless-shell'), () => chosen || existsSync(shell));
  const path = chromiumPath();
  console.log(
    execFileSync(path, ['--version', ...chromiumFlags])
      .toString()
      .trim(),
  );
}
