import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AstroError } from 'astro/errors';
import type { AstroIntegration } from 'astro';
import { allProblems, stoppers } from './all.ts';
import { readEverything } from './content.ts';
import { inOneLine } from './problem.ts';

/**
 * Keeps bad input out: a build ends before it begins, saying file, line and repair. While one writes (`npm run dev`),
 * the terminal says what is wrong with a file each time it is saved.
 */
export function contentGate(): AstroIntegration {
  let root = '';
  return {
    name: 'fotfeste-content',
    hooks: {
      'astro:config:setup': ({ command, config, logger }) => {
        root = fileURLToPath(config.root);
        const found = command === 'build' ? stoppers(readEverything(root)) : [];
        for (const problem of found) logger.error(inOneLine(problem));
        if (found.length > 0)
          throw new AstroError(
            `Nothing is built: ${found.length} to repair in the content, listed above.`,
            'Repair them; `npm run content` shows the list again.',
          );
      },
      'astro:server:setup': ({ server, logger }) => {
        const tell = (only?: string) => {
          const found = only === undefined ? stoppers : allProblems;
          for (const problem of found(readEverything(root)))
            if (only === undefined || problem.file === only) logger.warn(inOneLine(problem));
        };
        tell();
        server.watcher.on('all', (_event, path) => {
          const file = relative(root, path).replaceAll('\\', '/');
          if (/^src\/content\/.*\.(md|yaml)$/.test(file)) tell(file);
        });
      },
    },
  };
}
