/** A mentor's and a mentee's place: saved whole, approved by a coordinator, paused; and every field's bounds. */
import { describe, expect, test } from 'vitest';
import { act, actAndTrace, refused } from './affair.ts';
import { addPerson, id } from './cast.ts';
import { save } from './profile-forms.ts';
import { ask, openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();

describe.each(['mentor', 'mentee'] as const)('a %s', (part) => {
  test('saves the whole form, waits, and is approved by her coordinator, once', async () => {
    await act(db.sql, id.signe, `save_draft('${part}', '{}')`);
    const saved = await actAndTrace(db.sql, id.signe, save(part));
    expect(saved).toEqual({ answer: 'waiting', events: [`save_${part}_profile by signe`], mails: [] });
    expect(await db.sql`select from public.drafts`).toHaveLength(0);
    const [row] = await db.sql.unsafe(`select p.shown_name, p.locale, m.region, m.desks, m.specialism
      from public.${part}s m join public.people p on p.id = m.person where m.person = '${id.signe}'`);
    expect(row).toEqual({
      shown_name: 'Signe',
      locale: 'nb',
      region: 'zz-north',
      desks: ['free', 'free/zz-north'],
      specialism: 'Databases',
    });
    expect(await refused(db.sql, id.torstein, `approve_${part}('${id.signe}')`)).toBe(`${part}_unknown`);
    const approved = await actAndTrace(db.sql, id.ingrid, `approve_${part}('${id.signe}')`);
    expect([approved.events, approved.mails]).toEqual([
      [`approve_${part} by ingrid`],
      [`${part}-approved to signe`],
    ]);
    expect(await refused(db.sql, id.ingrid, `approve_${part}('${id.signe}')`)).toBe(`${part}_unknown`);
    expect(await act(db.sql, id.signe, save(part, { hours: '5' }))).toBe('approved');
  });

  test('another programme means another coordinator, who approves anew', async () => {
    const person = part === 'mentor' ? id.kari : id.amina;
    expect(await act(db.sql, person, save(part, { programme: `'careful'` }))).toBe('waiting');
  });

  test('stays where something is going on', async () => {
    const person = part === 'mentor' ? id.kari : id.amina;
    const request = await ask(db.sql, id.amina, id.kari);
    expect(await refused(db.sql, person, save(part, { programme: `'careful'` }))).toBe('programme_in_use');
    await act(db.sql, id.kari, `accept_request('${request}')`);
    expect(await refused(db.sql, person, save(part, { programme: `'careful'` }))).toBe('programme_in_use');
    expect(await refused(db.sql, person, save(part))).toBeNull();
  });

  test('nobody approves herself', async () => {
    await act(db.sql, id.ingrid, save(part));
    expect(await refused(db.sql, id.ingrid, `approve_${part}('${id.ingrid}')`)).toBe(`${part}_unknown`);
  });
});

test('gender is only kept where the programme asks', async () => {
  const kept = async () =>
    (await db.sql`select prefers_gender from public.mentees where person = ${id.signe}`)[0]!
      .prefers_gender as string;
  await act(db.sql, id.signe, save('mentee'));
  expect(await kept()).toBe('any');
  await act(db.sql, id.signe, save('mentee', { programme: `'guarded'` }));
  expect(await kept()).toBe('woman');
  const call = save('mentee', { programme: `'guarded'`, prefers_gender: `'other'` });
  expect(await refused(db.sql, id.signe, call)).toBe('mentee_prefers_gender_is_known');
});

test('a mentor cannot have fewer places than are taken', async () => {
  await openTrial(db.sql, id.amina, id.kari);
  await openTrial(db.sql, id.dawit, id.kari);
  expect(await refused(db.sql, id.kari, save('mentor', { capacity: '1' }))).toBe('capacity_in_use');
  expect(await refused(db.sql, id.kari, save('mentor', { capacity: '2' }))).toBeNull();
});

describe('not being asked for a while', () => {
  test('from today on nobody can ask her; then she is back', async () => {
    const paused = await actAndTrace(db.sql, id.kari, 'pause(current_date, null)');
    expect(paused.events).toEqual(['pause by kari']);
    expect(await refused(db.sql, id.amina, `send_request('${id.kari}', '${'a'.repeat(20)}')`)).toBe(
      'mentor_unknown',
    );
    expect((await actAndTrace(db.sql, id.kari, 'resume()')).events).toEqual(['resume by kari']);
    expect(await refused(db.sql, id.amina, `send_request('${id.kari}', '${'a'.repeat(20)}')`)).toBeNull();
  });
});

describe('the private part', () => {
  test('is saved by whoever has a profile', async () => {
    expect(await refused(db.sql, id.signe, `save_contact(null, null, 'woman', 'mail')`)).toBe(
      'profile_first',
    );
    await act(db.sql, id.signe, save('mentor'));
    expect(await refused(db.sql, id.signe, `save_contact(' Berg ', '', 'woman', 'mail')`)).toBeNull();
    const [row] =
      await db.sql`select surname, phone, gender, contact from public.people_private where person = ${id.signe}`;
    expect(row).toEqual({ surname: 'Berg', phone: null, gender: 'woman', contact: 'mail' });
  });

  test('her gender counts in the fit and is not on her card', async () => {
    await act(db.sql, id.kari, `save_contact(null, null, 'non-binary', 'platform')`);
    const [row] = await db.sql`select gender, card from public.open_mentors where person = ${id.kari}`;
    expect(row!.gender).toBe('non-binary');
    expect(JSON.stringify(row!.card)).not.toContain('non-binary');
  });
});

test('a new name is on every card at once', async () => {
  await act(db.sql, id.kari, save('mentor', { shown_name: `'Kaja'` }));
  const [row] =
    await db.sql`select card ->> 'name' as name, words from public.open_mentors where person = ${id.kari}`;
  expect(row).toMatchObject({ name: 'Kaja' });
  await addPerson(db.sql, '40000000-0000-4000-8000-000000000001');
  expect(await refused(db.sql, '40000000-0000-4000-8000-000000000001', `choose_locale('da')`)).toBeNull();
  expect(await refused(db.sql, id.kari, `choose_locale('xx')`)).toBe('locale_is_known');
});
