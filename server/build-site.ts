import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Problem } from './problem.ts';

const root = join(import.meta.dirname, '..');

/**
 * Builds the site in a process of its own, whose memory is gone when it ends.
 * @param signal ends the build
 */
export async function buildSite(site: string, siteUrl: string, signal: AbortSignal): Promise<void> {
  const astro = join(root, 'node_modules/astro/bin/astro.mjs');
  const child = spawn(process.execPath, [astro, 'build', '--outDir', site], {
    cwd: root,
    env: {
      ...process.env,
      PUBLIC_SITE_URL: process.env['PUBLIC_SITE_URL'] ?? siteUrl,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) {
    console.error(said);
    throw new Problem('The site could not be built. What Astro says stands above.');
  }
}
