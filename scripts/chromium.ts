/** A real Chromium for booklets and tests: one that is installed, else Playwright's, else Debian's. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const installed = [
  process.env.CHROME_PATH,
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

/** Installs a Chromium where there is none, by the first way that works. */
const install = (): void => {
  const ways: [string, string[]][] = [
    ['npx', ['playwright-core', 'install', 'chromium']],
    ['apt-get', ['install', '-y', 'chromium']],
    ['sh', ['-c', 'apt-get update && apt-get install -y chromium']],
  ];
  for (const [command, args] of ways) {
    spawnSync(command, args, { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    if (found()) return;
  }
};

/** Path of a Chromium on this machine, installed now if need be. Throws a sentence that says what to do. */
export function chromiumPath(): string {
  if (!found()) install();
  const path = found();
  if (!path)
    throw new Error('No Chromium found and none could be installed. Install Chromium or set CHROME_PATH.');
  return path;
}

export const launchChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: chromiumFlags });

if (import.meta.main) {
  const path = chromiumPath();
  console.log(
    execFileSync(path, ['--version', ...chromiumFlags])
      .toString()
      .trim(),
  );
}
