/**
 * Writes the files of a new text in all languages, with every field explained.
 *   npm run new handbook a-good-ending                     asks what it has to know
 *   npm run new handbook a-good-ending -- --audience mentor
 *   npm run new programmes harbour-town -- --like company
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { format, resolveConfig } from 'prettier';
import { choicesOf, kindOf, newFiles, Refusal, type Given } from './content/write-new.ts';

const root = join(import.meta.dirname, '..');
const usage = 'Say what and which: npm run new handbook a-good-ending';

/** `--audience mentor` and `--audience=mentor`; numbers and yes-or-no become what they are. */
function readArguments(args: string[]): { names: string[]; given: Given } {
  const names: string[] = [];
  const given: Given = {};
  for (let at = 0; at < args.length; at++) {
    const [, key, inside] = /^--([a-z_]+)(?:=(.*))?$/.exec(args[at] ?? '') ?? [];
    if (!key) names.push(args[at] ?? '');
    else {
      const value = inside ?? args[++at] ?? '';
      given[key] = /^\d+$/.test(value)
        ? Number(value)
        : value === 'true'
          ? true
          : value === 'false'
            ? false
            : value;
    }
  }
  return { names, given };
}

/** Asks for each choice that was not given, where there is somebody to ask. */
async function ask(choices: Record<string, string[]>, given: Given): Promise<Given> {
  if (!process.stdin.isTTY) return given;
  const answers = { ...given };
  const talk = createInterface({ input: process.stdin, output: process.stdout });
  for (const [key, list] of Object.entries(choices)) {
    if (key in answers) continue;
    console.log(`\n${key}:\n${list.map((one, at) => `  ${at + 1} ${one}`).join('\n')}`);
    const answer = (await talk.question('Number (1): ')).trim() || '1';
    answers[key] = list[Number(answer) - 1] ?? answer;
  }
  talk.close();
  return answers;
}

try {
  const { names, given } = readArguments(process.argv.slice(2));
  const [name, slug, ...more] = names;
  if (!name || !slug || more.length > 0) throw new Refusal(usage);
  // A slug that is refused is refused before anybody has answered questions.
  newFiles(root, name, slug, given);
  const files = newFiles(root, name, slug, await ask(choicesOf(kindOf(name)), given));
  for (const { file, text } of files) {
    const path = join(root, file);
    mkdirSync(dirname(path), { recursive: true });
    if (existsSync(path)) throw new Refusal(`${file} is there already.`);
    writeFileSync(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
    console.log(`${file}`);
  }
  console.log('Write your own words wherever it says WRITE:, then run npm run content.');
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
