import { spawn } from 'node:child_process';
import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isBuiltOf, madeOf, noteBuiltOf } from './built-of.ts';
import { exists } from './folder.ts';
import { takeSite } from './lock.ts';
import { Problem } from './problem.ts';

const here = join(import.meta.dirname, '..');

/**
 * A heap that knows its limit is tidied before it is large: 860 MB at most where it was 1,060, a quarter sooner. 350 MB are
 * in use; a site with more to say than three of ours needs a higher limit.
 */
const heap = ['--max-semi-space-size=8', '--max-old-space-size=1000'];

/** Where a build goes, and of what. */
interface Build {
  /** Absolute folder that holds the finished site; what is in it stays until the new site is whole. */
  site: string;
  /** The address the site will have, for absolute links; `PUBLIC_SITE_URL` goes before. */
  siteUrl?: string;
  /** The project to build. */
  root?: string;
  /** Ends the build. */
  signal?: AbortSignal;
}

/**
 * Builds the site in a process of its own, whose memory is gone when it ends, and beside the folder it is meant for:
 * a build that fails changes nothing that could be served. While another process builds there, it is a {@link Problem}.
 */
export async function buildSite({ site, siteUrl, root = here, signal }: Build): Promise<void> {
  const [growing, before] = [`${site}.new`, `${site}.old`];
  const letGo = await takeSite(site);
  try {
    await rm(growing, { recursive: true, force: true });
    await build(root, growing, siteUrl, signal);
    await rm(before, { recursive: true, force: true });
    if (await exists(site)) await rename(site, before);
    await rename(growing, site);
    await rm(before, { recursive: true, force: true });
  } finally {
    await rm(growing, { recursive: true, force: true });
    await letGo();
  }
}

/** The same, unless the site that is there was made of just what is there now. */
export async function buildIfChanged(build: Build): Promise<void> {
  const made = await madeOf(build.root ?? here, build.siteUrl ?? '');
  if (await isBuiltOf(build.site, made)) return;
  await buildSite(build);
  await noteBuiltOf(build.site, made);
}

/**
 * Draws the pages, then makes a site of them, each in a process of its own. The texts are looked through meanwhile: what
 * has to be repaired in them ends all, and is printed instead of what the pages made of it.
 */
async function build(root: string, outDir: string, siteUrl?: string, signal?: AbortSignal) {
  const url = process.env['PUBLIC_SITE_URL'] || siteUrl;
  const env = { ...process.env, ...(url ? { PUBLIC_SITE_URL: url } : {}), ASTRO_TELEMETRY_DISABLED: '1' };
  const wrong = new AbortController();
  const options = { cwd: root, env, signal: AbortSignal.any([wrong.signal, ...(signal ? [signal] : [])]) };
  const looking = run([join(root, 'scripts/content.ts'), '--stoppers'], options);
  const drawing = run(
    [...heap, join(here, 'node_modules/astro/bin/astro.mjs'), 'build', '--outDir', outDir],
    options,
  );
  const texts = await looking;
  if (texts.code !== 0) wrong.abort();
  const pages = await drawing;
  signal?.throwIfAborted();
  succeed(texts);
  succeed(pages);
  const whole = await run([join(here, 'scripts/build-finish.ts'), outDir], options);
  signal?.throwIfAborted();
  succeed(whole);
}

/** How a process ended, and all it printed. */
interface Ended {
  code: number | null;
  said: string;
}

function succeed({ code, said }: Ended) {
  if (code === 0) return;
  console.error(said.trim());
  throw new Problem('The site could not be built. What has to be repaired stands above.');
}

/** Runs a process to its end, also where it is ended from here. */
async function run(
  args: string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<Ended> {
  const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', (error) => error.name !== 'AbortError' && fail(error));
    child.on('close', done);
  });
  return { code, said };
}

// `npm run build`: all that is published, also what takes a browser and minutes or another host wants, unless the variables say otherwise.
if (import.meta.main) {
  const [site = 'dist'] = process.argv.slice(2);
  process.env['BOOKLETS'] ??= 'all';
  process.env['SOCIAL'] ??= 'all';
  process.env['PACKED'] ??= 'all';
  try {
    await buildSite({ site: resolve(site), root: process.cwd() });
    console.log(`The site is in ${resolve(site)}.`);
  } catch (error) {
    console.error(error instanceof Problem ? error.message : error);
    process.exitCode = 1;
  }
}
