import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest begin, so that no core waits at the end for the one that has the last of them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const long = ({ moduleId }: TestSpecification) =>
      /(presets[^/]*|visit|start|offline)\.test\.ts$/.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(long), ...sorted.filter((file) => !long(file))];
  }
}

/**
 * Tests beside the code need nothing; those of the database share one Postgres, started once a run. Journeys each start the
 * product; those of the pages read the built site. All these files share a process (`isolate: false`): libraries are read
 * once. Those of the server keep a folder in a module, are few and long, and go to whichever process is free.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          include: ['{src,server,scripts}/**/*.test.ts', 'tests/rules/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'database',
          isolate: false,
          include: ['supabase/tests/**/*.test.ts'],
          globalSetup: ['supabase/tests/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          globalSetup: ['tests/ready.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each starts the whole product: two at once is what two cores carry.
          maxWorkers: 2,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: {
          name: 'pages',
          isolate: false,
          include: ['tests/pages/**/*.test.ts'],
          globalSetup: ['tests/pages/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'journeys',
          isolate: false,
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/ready.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          // A busy machine takes its time; what never comes is still missed.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
