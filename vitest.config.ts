import { defineConfig } from 'vitest/config';

/** Tests beside the code need nothing; those of the database share one Postgres, started once a run. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,server,scripts}/**/*.test.ts', 'tests/rules/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'database',
          include: ['supabase/tests/**/*.test.ts'],
          globalSetup: ['tests/cluster.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
