/**
 * `npm run import -- --programme KEY --part mentor --as coordinator@example.org FILE`: mentors or mentees out of a
 * spreadsheet, with the same verbs and the same rights as the coordinator who is named. See docs/operate.md.
 */
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { say as sayIn } from '../src/i18n/say.ts';
import { FileProblem } from '../src/lib/imports/sheet.ts';
import type { SayImport } from '../src/lib/imports/words.ts';
import { locales, type Locale } from '../src/schemas/vocabulary.ts';
import { coordinator } from './import-as.ts';
import { importFile } from './import-file.ts';
import { dictionary } from './import-lists.ts';

const usage = `npm run import -- --programme KEY --part mentor|mentee --as ADDRESS [options] FILE
npm run import -- --as ADDRESS --undo ID
  --dry-run       look only
  --skip-bad      leave rows with problems out, each named
  --confirm       these people know of it: the sentence is printed, and kept with the import
  --mapping FILE  {"columns": {"header": "field"}, "defaults": {"field": "value"}}
  --locale LANG   ${locales.join(', ')}`;

/** Prints what happens; answers the exit code: 1 where rows are bad or a refusal says no, 2 where the command makes no sense. */
export async function runImport(
  args: string[],
  print: (line: string) => void,
  databaseUrl?: string,
): Promise<number> {
  const read = optionsOf(args);
  if (!read || !databaseUrl) {
    print(read ? 'Set DATABASE_URL to the database that people go into.' : usage);
    return 2;
  }
  const { values, file } = read;
  const words = { ...dictionary(read.locale, 'imports'), ...dictionary(read.locale, 'refusal') };
  const say: SayImport = Object.assign(
    (key: string, params?: Record<string, string | number>) => sayIn(read.locale, words, key, params),
    { has: (key: string) => key in words },
  );
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    const desk = await coordinator(sql, values.as ?? '');
    if (!desk) {
      print(say('refusal.not_a_coordinator'));
      return 1;
    }
    if (values.undo) {
      const { undone, stay } = await desk.undo(values.undo);
      print(say('imports.undo.done', { count: undone }));
      // Names stay on the desk; here the rows are enough.
      if (stay.length > 0)
        print(
          `${say('imports.undo.stay')} ${stay.map(({ row }) => say('imports.look.row', { row })).join(', ')}`,
        );
      return 0;
    }
    if (!values['dry-run'] && !values.confirm) {
      print(`${say('imports.ground')}\n${say('imports.ground.missing')} --confirm`);
      return 1;
    }
    const { programme = '', part = '', mapping } = values;
    const asked = {
      file,
      programme,
      part: part as 'mentor' | 'mentee',
      mapping,
      dryRun: values['dry-run'],
      skipBad: values['skip-bad'],
    };
    return (await importFile(desk, say, asked, print)) ? 0 : 1;
  } catch (error) {
    print(inWords(say, error));
    return 1;
  } finally {
    await sql.end();
  }
}

function optionsOf(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        programme: { type: 'string' },
        part: { type: 'string' },
        as: { type: 'string' },
        undo: { type: 'string' },
        mapping: { type: 'string' },
        locale: { type: 'string', default: 'en' },
        'dry-run': { type: 'boolean', default: false },
        'skip-bad': { type: 'boolean', default: false },
        confirm: { type: 'boolean', default: false },
      },
    });
    const [file = ''] = positionals;
    const known = locales.includes(values.locale as Locale);
    const whole = values.undo ?? (values.programme && /^ment(or|ee)$/.test(values.part ?? '') && file);
    return values.as && known && whole ? { values, file, locale: values.locale as Locale } : null;
  } catch {
    return null;
  }
}

/** A refusal or a file that cannot be read, in words; anything else without what it was about. */
function inWords(say: SayImport, error: unknown): string {
  if (error instanceof FileProblem) return say(`imports.file.${error.key}`);
  const {
    code,
    message = '',
    constraint_name: constraint,
  } = error as { code?: string; message?: string; constraint_name?: string };
  const key = `refusal.${constraint ?? message}`;
  if (say.has(key)) return say(key);
  return code === 'ENOENT'
    ? say('imports.file.missing')
    : `${say('refusal.something_failed')} (${code ?? 'unknown'})`;
}

if (import.meta.main) {
  process.exitCode = await runImport(
    process.argv.slice(2),
    (line) => console.log(line),
    process.env.DATABASE_URL,
  );
}
