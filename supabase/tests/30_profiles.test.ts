/** A mentor's and a mentee's profile: changed whole by who has a place, paused; and the private part. */
import { afterEach, describe, expect, test } from 'vitest';
import { asPerson } from '../../tests/database.ts';
import { act, actAndTrace, refused } from './affair.ts';
import { decide, sent } from './applicant.ts';
import { addPerson, id } from './cast.ts';
import { syncGround } from './cast-programmes.ts';
import { save } from './profile-forms.ts';
import { openTrial } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
// Some change what a programme's file says.
afterEach(() => syncGround(db.sql));

describe.each([
  { part: 'mentor' as const, ready: id.kari, preparing: id.wanda },
  { part: 'mentee' as const, ready: id.amina, preparing: id.walid },
])('a $part', ({ part, ready, preparing }) => {
  test('changes the whole form and stays where she is', async () => {
    await act(db.sql, ready, `save_draft('${part}', '{}')`);
    await act(db.sql, ready, `choose_locale('sv')`);
    const saved = await actAndTrace(db.sql, ready, save(part, { place: `'zz-south-mill'` }));
    const verb = `save_${part}_profile by ${part === 'mentor' ? 'kari' : 'amina'}`;
    expect(saved).toEqual({ answer: 'approved', events: [verb], mails: [] });
    expect(await db.sql`select from public.drafts`).toHaveLength(0);
    const [row] = await db.sql
      .unsafe(`select p.shown_name, p.locale, m.programme, m.region, m.desks, m.specialism
      from public.${part}s m join public.people p on p.id = m.person where m.person = '${ready}'`);
    expect(row).toEqual({
      shown_name: 'Signe',
      // Chosen on my page, in another tab perhaps: the form does not know of it.
      locale: 'sv',
      programme: 'free',
      region: 'zz-south',
      desks: ['free', 'free/zz-south'],
      specialism: 'Databases',
    });
    // The event stands at the desks where she is now.
    const [event] = await db.sql`select desks from public.events where verb = ${`save_${part}_profile`}`;
    expect(event!.desks).toEqual(['free', 'free/zz-south']);
    expect(await act(db.sql, preparing, save(part))).toBe('preparing');
  });

  test('who has no place, or has left it, is led to applying; nothing is made', async () => {
    expect(await refused(db.sql, id.signe, save(part))).toBe(`not_a_${part}`);
    expect(await db.sql`select from public.people where id = ${id.signe}`).toHaveLength(0);
    await db.sql.unsafe(`update public.${part}s set standing = 'left' where person = '${ready}'`);
    expect(await refused(db.sql, ready, save(part))).toBe(`not_a_${part}`);
    const application = await sent(db.sql, { person: ready, part });
    await act(db.sql, id.ingrid, decide(application, 'accept'));
    expect(await refused(db.sql, ready, save(part))).toBeNull();
  });

  test('who was let in although she lives elsewhere keeps her region, and goes on changing the rest', async () => {
    const application = await sent(db.sql, { part, different: { place: 'no-0301' } });
    const override = `override_rule('${application}', 'area', 'She comes by train every week.')`;
    await act(db.sql, id.ingrid, override);
    await act(db.sql, id.ingrid, decide(application, 'accept'));
    const saves = (place: string) => refused(db.sql, id.alma, save(part, { place: `'${place}'` }));
    // A place outside that is not hers stays closed to her, and hers opens no other.
    expect([await saves('no-0301'), await saves('no-03')]).toEqual([null, null]);
    expect(await saves('no-11')).toBe('place_outside_programme');
    expect([await saves('zz-south-mill'), await saves('no-0301')]).toEqual([null, 'place_outside_programme']);
  });

  test('of a region, where only some municipalities count, these are open to her', async () => {
    const narrowed = (...towns: string[]) =>
      db.sql`update public.programmes set rules = rules
        || jsonb_build_object('municipalities', jsonb_build_object('zz-north', ${towns}::text[])) where key = 'free'`;
    const saves = (place: string) => refused(db.sql, ready, save(part, { place: `'${place}'` }));
    await narrowed('zz-north-hill');
    const outside = 'place_outside_programme';
    expect([await saves('zz-north-hill'), await saves('zz-north-bay')]).toEqual([null, outside]);
    // No more than the region tells nobody where she lives; who was let in with no more keeps it.
    expect(await saves('zz-north')).toBe(outside);
    await db.sql.unsafe(`update public.${part}s set place = 'zz-north' where person = '${ready}'`);
    expect([await saves('zz-north'), await saves('zz-north-bay')]).toEqual([null, outside]);
    expect([await saves('zz-south-mill'), await saves('zz-north-hill')]).toEqual([null, null]);
    // Hers has left the file: she keeps her region.
    await narrowed('zz-north-bay');
    expect([await saves('zz-north-hill'), await saves('zz-south-mill')]).toEqual([null, null]);
  });

  test('a region that leaves the programme’s file locks nobody in who lives there', async () => {
    await db.sql`update public.programmes set rules = rules || '{"regions": ["zz-south"]}' where key = 'free'`;
    expect(await refused(db.sql, ready, save(part, { place: `'zz-north-hill'` }))).toBeNull();
    expect(await refused(db.sql, ready, save(part, { place: `'zz-south-mill'` }))).toBeNull();
    expect(await refused(db.sql, ready, save(part))).toBe('place_outside_programme');
  });

  test('who is in because it is online stays in only while she meets online', async () => {
    await db.sql`update public.programmes set rules = rules || '{"online_anywhere": true}' where key = 'free'`;
    const saves = (formats: string) =>
      refused(db.sql, ready, save(part, { place: `'no-0301'`, formats: `'${formats}'` }));
    expect([await saves('{online}'), await saves('{in-person}')]).toEqual([null, 'place_outside_programme']);
  });
});

test('gender is only kept where the programme asks', async () => {
  const kept = async () =>
    (await db.sql`select prefers_gender from public.mentees where person = ${id.amina}`)[0]!
      .prefers_gender as string;
  await act(db.sql, id.amina, save('mentee'));
  expect(await kept()).toBe('any');
  await db.sql`update public.mentees set programme = 'guarded' where person = ${id.amina}`;
  await act(db.sql, id.amina, save('mentee'));
  expect(await kept()).toBe('woman');
  const call = save('mentee', { prefers_gender: `'other'` });
  expect(await refused(db.sql, id.amina, call)).toBe('mentee_prefers_gender_is_known');
});

test('interests are only kept where they count; a page that does not ask leaves what was said', async () => {
  const kept = async (table: 'mentors' | 'mentees', person: string) =>
    (await db.sql`select interests from public.${db.sql(table)} where person = ${person}`)[0]!
      .interests as string[];
  const said = { interests: `'{music,art}'` };
  await act(db.sql, id.amina, save('mentee', said));
  await act(db.sql, id.kari, save('mentor', said));
  expect([await kept('mentees', id.amina), await kept('mentors', id.kari)]).toEqual([[], []]);
  await db.sql`update public.mentees set programme = 'guarded' where person = ${id.amina}`;
  await db.sql`update public.mentors set programme = 'guarded' where person = ${id.kari}`;
  for (const different of [said, {}]) {
    await act(db.sql, id.amina, save('mentee', different));
    await act(db.sql, id.kari, save('mentor', different));
    expect(await kept('mentees', id.amina)).toEqual(['music', 'art']);
    expect(await kept('mentors', id.kari)).toEqual(['music', 'art']);
  }
  await act(db.sql, id.amina, save('mentee', { interests: `'{}'` }));
  expect(await kept('mentees', id.amina)).toEqual([]);
  for (const interests of [`'{faith}'`, `'{sport,music,art,film,dance,games}'`]) {
    expect(await refused(db.sql, id.amina, save('mentee', { interests }))).toBe('mentee_interests_are_known');
    expect(await refused(db.sql, id.kari, save('mentor', { interests }))).toBe('mentor_interests_are_known');
  }
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
  test('is saved by whoever has applied', async () => {
    expect(await refused(db.sql, id.signe, `save_contact(null, null, 'woman', 'mail')`)).toBe('apply_first');
    await sent(db.sql, { person: id.signe });
    expect(await refused(db.sql, id.signe, `save_contact(' Berg ', '', 'woman', 'mail')`)).toBeNull();
    const [row] =
      await db.sql`select surname, phone, gender, contact from public.people_private where person = ${id.signe}`;
    expect(row).toEqual({ surname: 'Berg', phone: null, gender: 'woman', contact: 'mail' });
  });

  test('her gender is for the fit alone, where the programme asks and one may wish for it; never on her card', async () => {
    const says = (gender: string) =>
      act(db.sql, id.kari, `save_contact(null, null, '${gender}', 'platform')`);
    const asks = (does: boolean) => db.sql`update public.programmes
      set rules = jsonb_set(rules, '{matching,ask_gender_preference}', ${db.sql.json(does)}) where key = 'free'`;
    const read = async () => {
      const [row] = await asPerson(db.sql, id.amina, (as) => as`
        select gender, card::text ~ 'woman|binary' as told from public.open_mentors where person = ${id.kari}`); // prettier-ignore
      return [row!.gender, row!.told];
    };
    await says('woman');
    expect(await read()).toEqual([null, false]);
    await asks(true);
    expect(await read()).toEqual(['woman', false]);
    await says('non-binary');
    expect(await read()).toEqual([null, false]);
    await says('woman');
    await asks(false);
    expect(await read()).toEqual([null, false]);
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
