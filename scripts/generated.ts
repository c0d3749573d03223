/** Files a script writes: with `--check`, it only says whether they are current. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/** Writes `text` to a file, formatted; or with `--check` compares, and fails naming the repair. */
export async function writeGenerated(file: URL, text: string, command: string): Promise<void> {
  const options = await resolveConfig(file);
  const formatted = await format(text, { ...options, filepath: file.pathname });
  const name = file.pathname.split('/').slice(-2).join('/');
  if (!process.argv.includes('--check')) {
    writeFileSync(file, formatted);
    console.log(`${name} is written.`);
    return;
  }
  let current = '';
  try {
    current = readFileSync(file, 'utf8');
  } catch {
    // Not there at all: the same repair.
  }
  if (current === formatted) return console.log(`${name} is current.`);
  console.error(`${name} is older than what it is made from. Write it anew: ${command}`);
  process.exitCode = 1;
}
