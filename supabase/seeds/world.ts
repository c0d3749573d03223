/** A lively demo town: made-up people in all nine programmes, with everything that can have happened to them. */
import type { Sql } from 'postgres';
import { fillApplications } from './applications.ts';
import { fillBackgrounds } from './backgrounds.ts';
import { fillCast } from './cast.ts';
import { fillImports } from './imports.ts';
import { fillIntroductions } from './introductions.ts';
import { openLedger } from './ledger.ts';
import { fillNewsletters } from './newsletters.ts';
import { fillReaders } from './readers.ts';
import { fillReferrals } from './referrals.ts';
import { dice } from './random.ts';
import { fillPreparations } from './ready.ts';
import { settle } from './settle.ts';
import { fillRecruiting } from './recruiting.ts';
import { tellStories } from './stories.ts';
import { writeLedger } from './write-ledger.ts';
import { writePeople } from './write-people.ts';

/**
 * Fills a database that has content and nobody in it. The same people and stories every time; all times are relative
 * to `asOf`, so that the demo is always of today. Nothing is due at once, and only a few mails wait to be sent.
 * @param sql the operator's connection, inside a transaction or not
 */
export async function fillWorld(sql: Sql, asOf = new Date()): Promise<void> {
  const chance = dice(20_261_121);
  await fillCast(sql, asOf);
  const settled = await settle(sql, chance, asOf);
  const ledger = openLedger(chance.uuid);
  const past = tellStories(ledger, chance, settled, asOf);
  await writeLedger(sql, ledger, settled, past, asOf);
  await writePeople(sql, chance, ledger, settled, past, asOf);
  await fillApplications(sql, settled, asOf);
  await fillImports(sql, asOf);
  await fillReferrals(sql, settled, asOf);
  await fillRecruiting(sql, settled, asOf);
  await fillPreparations(sql, settled, asOf);
  await fillBackgrounds(sql, asOf);
  await fillIntroductions(sql);
  await fillNewsletters(sql, asOf);
  await fillReaders(sql, asOf);
}
