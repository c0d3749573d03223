import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { AstroIntegration } from 'astro';
import { writeCompressed } from './build-compress.ts';
import { writeHeaders } from './build-headers.ts';
import { writeOffline } from './build-offline.ts';
import { writeSearchIndex } from './build-search.ts';
import { writeSocial } from './build-social.ts';
import { writeSitemap } from './build-sitemap.ts';
import { readPages } from './build-pages.ts';

const run = promisify(execFile);

/**
 * What happens to the built site before it is served: search index, sitemap, security headers, and packed copies
 * where it is published elsewhere.
 */
export function finish(): AstroIntegration {
  return {
    name: 'fotfeste-finish',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        // In a process of its own: a plain build has no Chromium, and loads nothing that speaks to one.
        if (process.env.BOOKLETS)
          await run(process.execPath, [join(process.cwd(), 'scripts/build-booklets.ts'), root]);
        const pages = await readPages(root);
        const packs = process.env.PACKED === 'all';
        const packing = packs && writeCompressed(root, 'pages');
        const indexed = await writeSearchIndex(root, pages);
        await writeSitemap(root, pages);
        await writeOffline(root, pages);
        await writeHeaders(root, pages, process.env.PUBLIC_SUPABASE_URL);
        // Images are drawn in a process of their own and are not packed.
        await Promise.all([packing, packs && writeCompressed(root, 'rest'), writeSocial(root, pages)]);
        logger.info(`${pages.length} pages, ${indexed} searchable`);
      },
    },
  };
}
