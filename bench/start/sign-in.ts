import { randomUUID } from 'node:crypto';
import type { Embedded } from '../../tests/embedded.ts';
import type { Report } from '../figures.ts';
import { median } from '../quantile.ts';

/** Asks for codes for people who are known and for addresses nobody has: the answers must not tell them apart. */
export async function measureSignIn(report: Report, app: Embedded, tries: number): Promise<void> {
  const people = await app.sql<{ email: string }[]>`select email from auth.users order by id limit ${tries}`;
  const known: number[] = [];
  const unknown: number[] = [];
  for (let nr = -10; nr < tries; nr++) {
    const pair: [number[], string][] = [
      [known, people[(nr + 10) % people.length]!.email],
      [unknown, `${randomUUID().slice(0, 12)}@nobody.example`],
    ];
    // Either goes first in turn.
    for (const [times, address] of nr % 2 === 0 ? pair : pair.reverse()) {
      const ms = await ask(app.url, address);
      if (nr >= 0) times.push(ms);
    }
  }
  const note = `${tries} of each over ${people.length} known addresses`;
  report({ figure: 'asking for a code, known address', value: median(known), unit: 'ms', note });
  report({ figure: 'asking for a code, unknown address', value: median(unknown), unit: 'ms', note });
  const apart = Math.abs(median(known) - median(unknown));
  report({ figure: 'known and unknown apart', value: apart, unit: 'ms', most: 10 });
}

async function ask(url: string, email: string): Promise<number> {
  const started = performance.now();
  const answer = await fetch(`${url}/auth/v1/otp`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, data: { locale: 'en' } }),
  });
  await answer.text();
  const took = performance.now() - started;
  if (!answer.ok) throw new Error(`Asking for a code was answered with ${answer.status}.`);
  return took;
}
