/** Why these two, and what would raise the fit most, as codes that become sentences. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asPerson, type FreshDatabase } from '../../tests/database.ts';
import type { MenteeRow, MentorRow } from './cast.ts';
import { addPair, spoken, type Card } from './pair.ts';
import { quietTown } from './town.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await quietTown();
});
afterAll(() => db.close());

async function card(mentee: Partial<MenteeRow>, mentor: Partial<MentorRow> = {}): Promise<Card> {
  const two = await addPair(db.sql, mentee, mentor);
  const [row] = await asPerson(
    db.sql,
    two.mentee,
    (as) => as`select public.mentor_card(${two.mentor}) as card`,
  );
  return row!.card as Card;
}
const reason = ({ reasons }: Card, code: string) => reasons.find((one) => one.code === code);

describe('reasons', () => {
  test.each<[string, Partial<MenteeRow>, Partial<MentorRow>, Record<string, unknown>]>([
    ['same-field', {}, {}, { field: '2512', points: 30 }],
    ['near-field', {}, { field: '2511' }, { field: '2511', points: 22 }],
    ['related-field', {}, { field: '2521' }, { field: '2521', points: 15 }],
    ['any-field', { field: '2221' }, { field: '2423' }, { field: '2423', points: 15 }],
    ['helps-with', { goals: ['network', 'cv'] }, { offers: ['cv', 'sector'] }, { topics: ['cv'], points: 10 }],
    ['talk-in', { languages: spoken('sv:B2') }, { languages: spoken('sv:N') }, { language: 'sv', level: 'B2', points: 11 }],
    ['same-place', {}, {}, { place: 'zz-north-bay', points: 10 }],
    ['same-region', {}, { place: 'zz-north-hill' }, { place: 'zz-north-hill', points: 8 }],
    ['online', {}, { place: 'zz-south-mill' }, { place: 'zz-south-mill', points: 6 }],
    ['enough-time', { hours: 2 }, { hours: 6 }, { hours: 6, points: 10 }],
    ['has-migrated', { prefers: 'migrated' }, { migrated: true }, { points: 5 }],
    ['knows-from-childhood', { prefers: 'local' }, { migrated: false }, { points: 5 }],
    ['mother-tongue', { prefers_tongue: 'own', languages: spoken('ur:N en:B1') }, { languages: spoken('ur:N en:B2') }, { points: 2 }],
    ['has-migrated', { prefers: 'migrated', prefers_tongue: 'own', languages: spoken('ur:N en:B1') }, { migrated: true }, { points: 2 }],
    ['both-like', { programme: 'guarded', languages: spoken('no:N'), interests: ['sport', 'languages', 'art'] }, { languages: spoken('no:N'), interests: ['languages', 'sport', 'film'] }, { points: 10, interests: ['sport', 'languages'] }],
    ['has-room', {}, {}, { points: 5 }],
  ])('%s', async (code, mentee, mentor, params) => {
    expect(reason(await card(mentee, mentor), code)).toEqual({ code, ...params });
  }); // prettier-ignore

  test('nothing is said that is not so', async () => {
    const far = await card(
      {
        goals: ['direction'],
        hours: 10,
        prefers: 'migrated',
        prefers_tongue: 'own',
        languages: spoken('ur:N en:B1'),
        interests: ['music'],
        place: 'zz-south-mill',
      },
      { field: '2221', hours: 1, migrated: null, interests: ['music'] },
    );
    expect(far.reasons.map(({ code }) => code).sort()).toEqual(['has-room', 'online', 'talk-in']);
  });

  test('usually-answers needs answers', async () => {
    const { mentee, mentor } = await addPair(db.sql, {});
    await db.sql`update public.open_mentors set answer_days = 2, answers = 80 where person = ${mentor}`;
    const [row] = await asPerson(db.sql, mentee, (as) => as`select public.mentor_card(${mentor}) as card`);
    expect(reason(row!.card as Card, 'usually-answers')).toEqual({
      code: 'usually-answers',
      days: 2,
      points: 4,
    });
  });
});

describe('the one thing that would raise the fit most', () => {
  test.each<[string, Partial<MenteeRow>, Partial<MentorRow>, Record<string, unknown> | null]>([
    ['nothing', {}, { offers: ['job-search', 'network'] }, null],
    ['speak-more', { languages: spoken('en:A2') }, { offers: ['job-search', 'network'] }, { points: 7, language: 'en' }],
    ['meet-in-person', { formats: ['online'], goals: ['cv'] }, {}, { points: 2 }],
    ['fewer-hours', { hours: 10, goals: ['cv'] }, { hours: 2 }, { points: 8, hours: 2 }],
    ['open-preference', { prefers: 'migrated', goals: ['cv'] }, { migrated: false }, { points: 2 }],
    ['any-tongue', { prefers_tongue: 'own', languages: spoken('ur:N en:C1'), goals: ['cv'] }, {}, { points: 2 }],
    ['fewer-goals', { goals: ['cv', 'sector'] }, { offers: ['cv'] }, { points: 10 }],
  ])('%s', async (code, mentee, mentor, params) => {
    const { raise } = await card(mentee, mentor);
    expect(raise).toEqual(params && { code, ...params });
  }); // prettier-ignore

  test('only what is hers to change, and only the greatest', async () => {
    const { raise } = await card(
      { languages: spoken('en:A2'), hours: 10, goals: ['cv', 'sector'] },
      { hours: 1, field: '2221', offers: ['cv'] },
    );
    expect(raise?.code).toBe('fewer-goals');
  });
});
