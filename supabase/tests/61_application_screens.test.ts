/** The coordinator's screens: the queue, one application, and what stands on the desk. */
import { describe, expect, test } from 'vitest';
import { act, refused } from './affair.ts';
import { decide, draft, read, sent } from './applicant.ts';
import { addPerson, id } from './cast.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
interface Queue {
  desks: string[];
  counts: Record<string, number>;
  items: { id: string; name: string; status: string; unmet: string[]; due_on: string }[];
  next: object | null;
}
const queue = (args: string, person: string = id.ingrid) =>
  act<Queue>(db.sql, person, `application_queue(${args})`);

describe('the queue', () => {
  test('those first whose promise ends first, page by page, of my desks only', async () => {
    const applications: string[] = [];
    for (let nr = 0; nr < 5; nr++) {
      const person = `60000000-0000-4000-8000-00000000000${nr}`;
      await addPerson(db.sql, person);
      applications.push(await sent(db.sql, { person, different: { shown_name: `Name ${nr}`, place: nr % 2 ? 'zz-south-town' : 'zz-north-bay' } })); // prettier-ignore
    }
    for (const [nr, application] of applications.entries())
      await db.sql`update public.applications set due_on = current_date + ${(nr * 3) % 5}::int where id = ${application}`;
    const first = await queue(`null, null, null, 2`);
    expect(first.items.map(({ name }) => name)).toEqual(['Name 0', 'Name 2']);
    expect(first).toMatchObject({ counts: { sent: 5 }, desks: ['free'] });
    const second = await queue(`null, 'free', '${JSON.stringify(first.next)}', 2`);
    expect(second.items.map(({ name }) => name)).toEqual(['Name 4', 'Name 1']);
    const third = await queue(`null, 'free', '${JSON.stringify(second.next)}', 2`);
    expect(third.items.map(({ name }) => name)).toEqual(['Name 3']);
    expect(third.next).toBeNull();
    expect((await queue('null, null', id.torstein)).items.map(({ name }) => name)).toEqual([
      'Name 1',
      'Name 3',
    ]);
    expect((await queue('null, null', id.birthe)).items).toEqual([]);
    await act(db.sql, id.ingrid, decide(applications[0]!, 'decline'));
    expect((await queue('null, null')).items).toHaveLength(4);
    expect((await queue(`'{declined}', null`)).items.map(({ name }) => name)).toEqual(['Name 0']);
    expect((await queue(`'{declined,sent}', null, null, 3`)).items.map(({ name }) => name)).toEqual(['Name 0', 'Name 2', 'Name 4']); // prettier-ignore
    expect((await queue(`null, 'careful'`)).items).toEqual([]);
  });
  test('counts are those of my desks, each once, and without my own and drafts', async () => {
    const south = { place: 'zz-south-town' };
    await sent(db.sql);
    await sent(db.sql, { person: id.signe, different: south });
    await sent(db.sql, { person: id.torstein, different: south });
    const declined = await sent(db.sql, { person: id.birthe });
    await act(db.sql, id.ingrid, decide(declined, 'decline'));
    await draft(db.sql, { person: id.kari });
    await sent(db.sql, { person: id.lin, programme: 'careful', different: { coffee: 'black' } });
    const counts = async (person: string, programme = 'null') =>
      (await queue(`null, ${programme}`, person)).counts;
    expect(await counts(id.ingrid)).toEqual({ sent: 3, declined: 1 });
    expect(await counts(id.torstein)).toEqual({ sent: 1 });
    expect(await counts(id.birthe)).toEqual({ sent: 1 });
    expect(await counts(id.ingrid, `'careful'`)).toEqual({});
    await db.sql`insert into public.coordinators (person, programme, region)
      values (${id.ingrid}, 'free', 'zz-south'), (${id.ingrid}, 'careful', 'zz-north')`;
    expect(await counts(id.ingrid)).toEqual({ sent: 4, declined: 1 });
  });
  test('her own application a coordinator neither finds nor reads', async () => {
    const application = await sent(db.sql, { person: id.ingrid, part: 'mentor' });
    expect((await queue('null, null')).items).toEqual([]);
    expect(await refused(db.sql, id.ingrid, `read_application('${application}')`)).toBe(
      'application_unknown',
    );
    expect(await refused(db.sql, id.ingrid, decide(application, 'accept'))).toBe('application_unknown');
    await act(db.sql, id.torstein, `my_page()`);
  });
});

test('read: the answers with the form they answer, and what has been written', async () => {
  const application = await sent(db.sql, { different: { place: 'dk-0101' } });
  expect(await read(db.sql, application)).toMatchObject({
    person: id.alma,
    name: 'Alma',
    locale: 'nb',
    answers: { shown_name: 'Alma' },
    definition: { key: 'mentee', version: 900 },
    eligibility: { unmet: [{ rule: 'area', have: 'dk-0101' }], overridden: [] },
    overrides: [],
    messages: [],
    notes: null,
    concern: null,
    ahead: 0,
  });
  // It belongs to no region of Torstein's.
  expect(await refused(db.sql, id.torstein, `read_application('${application}')`)).toBe(
    'application_unknown',
  );
});

test('a mail that could not reach an applicant stands on the desk', async () => {
  await sent(db.sql);
  await db.sql`update private.outbox set given_up_at = now()`;
  const desk = await act<{ mails: { items: object[] }; applications: { count: number } }>(
    db.sql,
    id.ingrid,
    'desk()',
  );
  expect(desk.mails.items).toMatchObject([{ person: id.alma, name: 'Alma', kind: 'application-sent' }]);
  expect(desk.applications.count).toBe(1);
});
