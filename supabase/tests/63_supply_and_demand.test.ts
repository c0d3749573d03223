/** Who waits and who is free, at each desk. */
import { expect, test } from 'vitest';
import { act } from './affair.ts';
import { id } from './cast.ts';
import { crowdOfMentees, crowdOfMentors } from './crowd.ts';
import { openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();

test('the board: who waits against free places, the largest gap first, each desk its own', async () => {
  await crowdOfMentees(db.sql, 4, { field: '2221', place: 'zz-south-mill' });
  await crowdOfMentors(db.sql, 1, { field: '2142', languages: [{ language: 'sv', level: 'N' }] });
  await openTrial(db.sql, id.amina, id.kari);
  interface Board {
    waiting: number;
    places: number;
    fields: object[];
    languages: { key: string }[];
    regions: object[];
    whole: boolean;
    own_regions: string[];
  }
  const board = (person: string) => act<Board>(db.sql, person, `supply_and_demand('free')`);
  const all = await board(id.ingrid);
  // Amina is in a trial, for which Kari has given one of two places; Lin pauses only next year.
  expect(all).toMatchObject({ waiting: 5, places: 7, whole: true, own_regions: ['zz-north', 'zz-south'] });
  expect(all.fields).toEqual([
    { key: '22', waiting: 5, places: 2 },
    { key: '21', waiting: 0, places: 2 },
    { key: '25', waiting: 0, places: 3 },
  ]);
  expect(all.regions).toEqual([
    { key: 'zz-south', waiting: 5, places: 2 },
    { key: 'zz-north', waiting: 0, places: 5 },
  ]);
  expect(all.languages).toEqual([
    { key: 'en', waiting: 5, places: 5 },
    { key: 'no', waiting: 5, places: 5 },
    { key: 'sv', waiting: 0, places: 2 },
  ]);
  const south = await board(id.torstein);
  expect(south).toMatchObject({ waiting: 5, places: 2, whole: false, own_regions: ['zz-south'] });
  expect(south.regions).toEqual([{ key: 'zz-south', waiting: 5, places: 2 }]);
});
