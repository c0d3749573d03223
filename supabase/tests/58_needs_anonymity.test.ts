/** Whatever is raised and whoever leaves: a call tells only what is true of at least three. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { act, refused } from './affair.ts';
import { id } from './cast.ts';
import { crowdInLine, crowdOfMentees } from './crowd.ts';
import { facts, openNeeds } from './need.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();

test('whatever a town is like: what anybody reads of a need is true of at least three who wait', async () => {
  const languages = ['en', 'no', 'ar', 'uk'];
  const levels = ['A2', 'B1', 'C1', 'N'];
  const someone = fc.record({
    field: fc.constantFrom('2512', '2512', '2221'),
    place: fc.constantFrom('zz-north-bay', 'zz-south-mill'),
    hours: fc.constantFrom(1, 4, 10),
    formats: fc.constantFrom<string[]>(['online'], ['in-person'], ['in-person', 'online']),
    languages: fc
      .uniqueArray(fc.constantFrom(...languages), { minLength: 1, maxLength: 3 })
      .map((all) => all.map((language, nr) => ({ language, level: levels[(nr + all.length) % 4]! }))),
    standing: fc.constantFrom('approved', 'approved', 'in line', 'preparing', 'left'),
  });
  const about = fc.record({
    field: fc.constantFrom('25', '25', '22'),
    language: fc.constantFrom(null, ...languages),
    region: fc.constantFrom(null, null, 'zz-north', 'zz-south'),
    hours: fc.constantFrom(null, null, null, 2, 4, 8),
    format: fc.constantFrom(null, null, 'online', 'in-person'),
  });
  // In every town four are alike and one call means them all; in none is anybody of the field 21.
  const alike = { field: '2512', place: 'zz-north-bay', hours: 1, formats: ['online'], languages: [{ language: 'en', level: 'C1' }], standing: 'approved' }; // prettier-ignore
  const certain = { language: null, region: null, hours: null, format: null };
  let shown = 0;
  let narrow = 0;
  const property = fc.asyncProperty(
    fc
      .array(someone, { minLength: 4, maxLength: 14 })
      .map((others) => [alike, alike, alike, alike, ...others]),
    fc
      .array(about, { minLength: 4, maxLength: 8 })
      .map((calls) => [{ ...certain, field: '25' }, { ...certain, field: '21' }, ...calls]),
    fc.nat(15),
    async (town, calls, gone) => {
      await db.sql`delete from public.needs`;
      await db.sql`delete from public.mentees`;
      await db.sql`delete from public.applications`;
      const people: string[] = [];
      for (const different of town) {
        const { standing, ...said } = different;
        const one =
          standing === 'in line' ? crowdInLine(db.sql, 1, said) : crowdOfMentees(db.sql, 1, different);
        people.push(...(await one));
      }
      for (const call of calls) {
        const key = await refused(db.sql, id.ingrid, `raise_need(${facts(call)})`);
        if (key === 'need_too_narrow') narrow++;
        else expect([null, 'need_open_already']).toContain(key);
      }
      // Somebody leaves, and the needs stand where they were.
      const left = people.filter((_, nr) => nr !== gone);
      if (gone < people.length) {
        await db.sql`update public.mentees set standing = 'left' where person = ${people[gone]!}`;
        for (const one of await db.sql`select id from public.applications where person = ${people[gone]!}`)
          await act(db.sql, people[gone]!, `withdraw_application('${one.id}')`);
      }
      for (const need of await openNeeds(db.sql)) {
        const band = (hours: number) => (hours <= 2 ? 2 : hours <= 4 ? 4 : 8);
        const meant = left.filter((person) => {
          const one = town[people.indexOf(person)]!;
          return (
            one.standing !== 'left' &&
            one.field.startsWith(need.field) &&
            (!need.language ||
              one.languages.some(({ language, level }) => language === need.language && level !== 'A2')) && // prettier-ignore
            (!need.region || one.place.startsWith(need.region)) &&
            (!need.hours || band(one.hours) === need.hours) &&
            (!need.format || one.formats.includes(need.format))
          );
        });
        expect(meant.length, JSON.stringify(need)).toBeGreaterThanOrEqual(3);
        shown++;
      }
    },
  );
  await fc.assert(property, { numRuns: 12, endOnFailure: true });
  expect([shown >= 12, narrow >= 12]).toEqual([true, true]);
});
