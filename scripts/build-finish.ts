import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeCompressed } from './build-compress.ts';
import { writeHeaders } from './build-headers.ts';
import { writeOffline } from './build-offline.ts';
import { writeSearchIndex } from './build-search.ts';
import { writeSitemap } from './build-sitemap.ts';
import { readPages } from './build-pages.ts';

/** What happens to the built site before it is served: search index, sitemap, security headers, compressed copies. */
export function finish(): AstroIntegration {
  return {
    name: 'fotfeste-finish',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const pages = await readPages(root);
        const indexed = await writeSearchIndex(root, pages);
        await writeSitemap(root, pages);
        await writeOffline(root, pages);
        await writeHeaders(root, pages, process.env.PUBLIC_SUPABASE_URL);
        const compressed = await writeCompressed(root);
        logger.info(`${pages.length} pages, ${indexed} searchable, ${compressed} files compressed`);
      },
    },
  };
}
