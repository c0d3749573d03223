/**
 * Every check, the same here and in CI. `npm run check` lists nothing it does not run; `npm run check -- lint types`
 * runs those steps only. Ends with one line: `N passed, N failed`, tests and steps together.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';

interface Step {
  name: string;
  command: string[];
  /** What to do when it fails. */
  repair: string;
  /** What it is told beyond what it is called with. */
  env?: Record<string, string>;
  /** A step of another lane that has to be done first. */
  after?: string;
  /** A step that reports single tests writes vitest's JSON here. */
  tests?: boolean;
}

/** Data folders come and go by the dozen: in memory, where there is room for them. */
const memory = '/dev/shm';
const roomy = existsSync(memory) && statfsSync(memory).bavail * statfsSync(memory).bsize > 4e9;
const scratch = mkdtempSync(join(roomy ? memory : tmpdir(), 'fotfeste-check-'));
process.env['TMPDIR'] = scratch;
const vitest = (...projects: string[]) => [
  'vitest', 'run', ...projects.flatMap((project) => ['--project', project]),
  '--reporter=default', '--reporter=json', `--outputFile.json=${join(scratch, `${projects[0]}.json`)}`,
]; // prettier-ignore

/** Steps of one lane run one after the other; lanes run side by side. Three lanes on two cores are no quicker than two. */
const lanes: Step[][] = [
  [
    { name: 'chromium', command: ['node', 'scripts/chromium.ts'], repair: 'Install Chromium or set CHROME_PATH.' },
    { name: 'build', command: ['node', 'server/build-site.ts'], env: { BOOKLETS: 'nb/mentee', SOCIAL: '', PACKED: '' }, repair: 'Read the error above; it names the file.' },
    { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'], repair: 'npx eslint . --fix, then mend the rest.' },
    { name: 'unused', command: ['knip'], repair: 'Delete what nobody uses.' },
    { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'], repair: 'npx prettier --write .' },
    { name: 'content', command: ['node', 'scripts/content.ts'], repair: 'Each line names the file, the line and the repair.' },
    { name: 'unit', command: vitest('unit'), repair: 'npx vitest run --project unit', tests: true },
    { name: 'api-doc', command: ['node', 'scripts/make-api-doc.ts', '--check'], repair: 'node scripts/make-api-doc.ts' },
    { name: 'api-types', command: ['node', 'scripts/make-types.ts', '--check'], repair: 'node scripts/make-types.ts' },
    { name: 'fields-doc', command: ['node', 'scripts/make-fields-doc.ts', '--check'], repair: 'node scripts/make-fields-doc.ts' },
    { name: 'types', command: ['astro', 'check', '--minimumSeverity', 'warning'], repair: 'Mend the types it names.' },
    { name: 'server', command: vitest('server'), repair: 'npx vitest run --project server', tests: true },
    { name: 'pages', command: vitest('pages'), repair: 'Each message names the page and the repair.', tests: true },
  ],
  [
    { name: 'database', command: vitest('database'), repair: 'npx vitest run --project database', tests: true },
    { name: 'journeys', command: vitest('journeys'), repair: 'Run it alone: npx vitest run --project journeys', tests: true, after: 'build' },
  ],
]; // prettier-ignore

const wanted = process.argv.slice(2);
let passed = 0;
let failed = 0;

/** Runs a command, answers its exit code and everything it printed. */
const run = ({ command: [command = '', ...args], env }: Step): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(command === 'node' ? process.execPath : command, args, {
      env: { ...process.env, ...env, FORCE_COLOR: '0', ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });

/** What vitest's JSON says of one test file. */
interface TestFile {
  name: string;
  message: string;
  assertionResults: { status: string; fullName: string }[];
}

/** Every test that failed, by file and name: what one reads first. */
const failures = (files: TestFile[]): string[] =>
  files.flatMap(({ name, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const tests = assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => `     ✗ ${file} › ${test.fullName}`);
    return message && tests.length === 0 ? [`     ✗ ${file}`] : tests;
  });

/** What a step printed, from where it tells of failures on: the first of them explains most. */
const tellingPart = (output: string): string => {
  const begin = output.search(/Failed (Suites|Tests) /);
  return begin < 0 ? output.trimEnd().slice(-12_000) : output.slice(begin, begin + 12_000).trimEnd();
};

/** Counts single tests where a step reports them; a report without tests is a failure. */
const count = (step: Step, code: number): { told: string; broken: string[] } => {
  if (!step.tests) {
    if (code === 0) passed += 1;
    else failed += 1;
    return { told: '', broken: [] };
  }
  try {
    const report = JSON.parse(readFileSync(join(scratch, `${step.name}.json`), 'utf8'));
    passed += report.numPassedTests;
    failed += report.numFailedTests + (code !== 0 && report.numFailedTests === 0 ? 1 : 0);
    if (report.numPassedTests + report.numFailedTests === 0) failed += 1;
    return {
      told: ` (${report.numPassedTests} passed, ${report.numFailedTests} failed)`,
      broken: failures(report.testResults),
    };
  } catch {
    failed += 1;
    return { told: ' (no report)', broken: [] };
  }
};

const done = new Map(lanes.flat().map(({ name }) => [name, Promise.withResolvers<undefined>()]));

const lane = async (steps: Step[]) => {
  for (const step of steps) {
    if (step.after && running(step.after)) await done.get(step.after)?.promise;
    const begin = performance.now();
    const { code, output } = await run(step);
    const { told, broken } = count(step, code);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${step.name.padEnd(10)} ${seconds.padStart(6)} s${told}`);
    done.get(step.name)?.resolve(undefined);
    if (code === 0) continue;
    console.log([...broken, tellingPart(output)].join('\n'));
    console.log(`     repair: ${step.repair}\n`);
  }
};

const running = (name: string) => wanted.length === 0 || wanted.includes(name);
const chosen = lanes.map((steps) => steps.filter(({ name }) => running(name)));
await Promise.all(chosen.map(lane));
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
