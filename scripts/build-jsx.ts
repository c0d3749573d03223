import type { AstroIntegration } from 'astro';

/**
 * In a build, JSX is turned into calls by Vite's own compiler, which reads in `tsconfig.json` how. The Preact integration asks
 * Babel, twice for every script of ours: a seventh of the work of a build, for the same bytes.
 */
export function jsxWithoutBabel(): AstroIntegration {
  return {
    name: 'fotfeste-jsx',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'fotfeste-jsx',
                configResolved({ plugins }) {
                  const babel = plugins.find(({ name }) => name === 'vite:preact-jsx');
                  if (!babel)
                    throw new Error('The Preact integration has another plugin now: look at build-jsx.ts.');
                  delete babel.transform;
                },
              },
            ],
          },
        });
      },
    },
  };
}
