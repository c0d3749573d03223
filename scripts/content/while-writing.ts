import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import { inOneLine, type Problem } from './problem.ts';

/** Milliseconds after the last of some saved files until they are looked through. */
const afterwards = 1500;

/** While one writes (`npm run dev`), the terminal says what is wrong with a file each time it is saved. */
export function whileWriting(): AstroIntegration {
  let root = '';
  return {
    name: 'fotfeste-content',
    hooks: {
      'astro:config:setup': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:server:setup': ({ server, logger }) => {
        const look = (wanted: (problem: Problem) => unknown) => {
          const looking = new Worker(new URL('./look.ts', import.meta.url), { workerData: root });
          looking.on('message', (problems: Problem[]) =>
            problems.filter(wanted).forEach((one) => logger.warn(inOneLine(one))),
          );
          looking.on('error', (error: Error) => logger.error(error.message));
          looking.unref();
        };
        look(({ stops }) => stops);
        const saved = new Set<string>();
        let waiting: NodeJS.Timeout | undefined;
        server.watcher.on('all', (_event, path) => {
          const file = relative(root, path).replaceAll('\\', '/');
          if (!/^src\/content\/.*\.(md|yaml)$/.test(file)) return;
          saved.add(file);
          clearTimeout(waiting);
          // First the page she is looking at, then what is wrong with it.
          waiting = setTimeout(() => {
            const now = new Set(saved);
            saved.clear();
            look(({ file }) => now.has(file));
          }, afterwards).unref();
        });
      },
    },
  };
}
