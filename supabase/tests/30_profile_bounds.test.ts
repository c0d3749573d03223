/** Every field's bounds, of every form a person saves. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf, type FreshDatabase } from '../../tests/database.ts';
import { become, pretend } from './matrix-read.ts';
import { save, spoken, text } from './profile-forms.ts';
import { quietTown } from './town.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await quietTown();
});
afterAll(() => db.close());

/** The key a call is refused with, or null; what it did is undone. */
const refused = (person: 'amina' | 'kari', call: string) =>
  refusalOf(
    pretend(db.sql, async (tx) => {
      await become(tx, person);
      await tx.unsafe(`select public.${call}`);
    }),
  );

describe.each([
  ['mentor', 'kari'],
  ['mentee', 'amina'],
] as const)('a %s', (part, who) => {
  test.each<[string, string, string | null]>([
    ['shown_name', text(41), 'shown_name_length'],
    ['shown_name', `'   '`, 'shown_name_length'],
    ['shown_name', `'\u200b\u202e'`, 'shown_name_length'],
    ['shown_name', `'<b>Zoë</b>'`, null],
    ['field', `'9999'`, 'field_unknown'],
    ['specialism', `'x'`, `${part}_specialism_length`],
    ['specialism', text(81), `${part}_specialism_length`],
    ['specialism', `'  '`, null],
    ['languages', `'[]'`, 'languages_unsound'],
    ['languages', `'{}'`, 'languages_unsound'],
    ['languages', `'["en"]'`, 'languages_unsound'],
    ['languages', `'[{"language":"xx","level":"B1"}]'`, 'languages_unsound'],
    ['languages', `'[{"language":"en","level":"B9"}]'`, 'languages_unsound'],
    ['languages', `'[{"language":"en","level":"B1"},{"language":"en","level":"C1"}]'`, 'languages_unsound'],
    ['languages', `'[{"language":"en","level":"B1","use":["work","practise"]}]'`, null],
    ['languages', `'[{"language":"en","level":"B1","use":["sing"]}]'`, 'languages_unsound'],
    ['languages', `'[{"language":"en","level":"B1","wage":1}]'`, 'languages_unsound'],
    ['languages', spoken(6), null],
    ['languages', spoken(7), 'languages_unsound'],
    ['formats', `'{}'`, `${part}_formats_are_known`],
    ['formats', `'{telepathy}'`, `${part}_formats_are_known`],
    ['place', `'zz-nowhere'`, 'place_unknown'],
    ['place', `'no-0301'`, 'place_outside_programme'],
    ['hours', '0', `${part}_hours_range`],
    ['hours', '41', `${part}_hours_range`],
    ['about', text(19), `${part}_about_length`],
    ['about', `'${'\u200b'.repeat(20)}'`, `${part}_about_length`],
    ['about', text(1201), `${part}_about_length`],
    ['about', text(1200), null],
    ['about', `'<img src=x onerror=alert(1)> ''; drop table public.people; --'`, null],
  ])('%s = %.60s → %s', async (argument, value, key) => {
    expect(await refused(who, save(part, { [argument]: value }))).toBe(key);
  });
});

test.each<[string, string, string | null]>([
  ['offers', `'{}'`, 'mentor_offers_are_known'],
  ['offers', `'{juggling}'`, 'mentor_offers_are_known'],
  ['capacity', '0', 'mentor_capacity_range'],
  ['capacity', '6', 'capacity_over_programme'],
  ['capacity', '5', null],
])('a mentor: %s = %s → %s', async (argument, value, key) => {
  expect(await refused('kari', save('mentor', { [argument]: value }))).toBe(key);
});

test.each<[string, string, string | null]>([
  ['goals', `'{}'`, 'mentee_goals_are_known'],
  ['goals', `'{cv,network,sector,language,education,direction}'`, 'mentee_goals_are_known'],
  ['prefers', `'rich'`, 'mentee_prefers_is_known'],
  ['prefers', `'migrated'`, null],
  ['prefers_tongue', `'ur'`, 'mentee_prefers_tongue_is_known'],
  ['prefers_tongue', `'own'`, null],
])('a mentee: %s = %s → %s', async (argument, value, key) => {
  expect(await refused('amina', save('mentee', { [argument]: value }))).toBe(key);
});

describe('not being asked for a while', () => {
  test.each<[string, string | null]>([
    ['current_date, null', null],
    ['current_date + 3, current_date + 9', null],
    ['current_date, current_date', null],
    ['current_date + 3, current_date + 2', 'pause_ends_before_it_starts'],
    ['current_date - 9, current_date - 1', 'pause_ends_before_it_starts'],
  ])('pause(%s) → %s', async (dates, key) => {
    expect(await refused('kari', `pause(${dates})`)).toBe(key);
  });
});

describe('the private part', () => {
  test.each<[string, string | null]>([
    [`${text(81)}, null, 'woman', 'mail'`, 'surname_length'],
    [`null, 'call me', 'woman', 'mail'`, 'phone_shape'],
    [`null, '+47 (900) 00-000', 'woman', 'phone'`, null],
    [`null, null, 'woman', 'phone'`, 'phone_is_there_when_shared'],
    [`null, null, 'robot', 'mail'`, 'gender_is_known'],
    [`null, null, 'undisclosed', 'pigeon'`, 'contact_is_known'],
  ])('save_contact(%s) → %s', async (values, key) => {
    expect(await refused('kari', `save_contact(${values})`)).toBe(key);
  });
});
