/**
 * What our pages are held against: the same article as a bare Astro page without any style, and as an article of
 * Starlight. Installed at exact versions in a folder git does not know, never as dependencies of the product.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = join(import.meta.dirname, '../.cache/peers');
const versions = { astro: '7.3.5', '@astrojs/starlight': '0.42.4' };

/** Builds both, once for all runs. Addresses: `/bare/` and `/starlight/`. */
export async function buildPeers(): Promise<{ bare: string; starlight: string }> {
  await mkdir(cache, { recursive: true });
  await writeFile(
    join(cache, 'package.json'),
    JSON.stringify({ private: true, type: 'module', dependencies: versions }),
  );
  if (!existsSync(join(cache, 'node_modules/@astrojs/starlight')))
    await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: cache });
  const article = await readFile(
    join(import.meta.dirname, '../../src/content/handbook/en/the-first-hour.md'),
    'utf8',
  );
  const text = article.replace(/^---[\s\S]*?\n---\n/, '');
  const starlight = await build('starlight', {
    'astro.config.mjs': `import starlight from '@astrojs/starlight';
      export default { integrations: [starlight({ title: 'Handbook' })] };`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content';
      import { docsLoader } from '@astrojs/starlight/loaders';
      import { docsSchema } from '@astrojs/starlight/schema';
      export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };`,
    'src/content/docs/starlight.md': `---\ntitle: The first hour\ndescription: What happens in it.\n---\n${text}`,
  });
  const bare = await build('bare', {
    'astro.config.mjs': 'export default {};',
    'src/pages/bare.astro': `---\nimport { Content } from '../article.md';\n---\n<!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <meta name="description" content="What happens in it."><title>The first hour</title>
      <link rel="icon" href="data:,"></head>
      <body><main><h1>The first hour</h1><Content /></main></body></html>`,
    'src/article.md': text,
  });
  return { bare, starlight };
}

async function build(name: string, files: Record<string, string>): Promise<string> {
  const root = join(cache, name);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(root, file, '..'), { recursive: true });
    await writeFile(join(root, file), text);
  }
  const astro = join(cache, 'node_modules/astro/bin/astro.mjs');
  await run(process.execPath, [astro, 'build'], {
    cwd: root,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return join(root, 'dist');
}
