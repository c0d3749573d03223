/** What a screen needs in one call, and nothing in it that is not the reader's. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { act } from './affair.ts';
import { busyTown, type BusyTown } from './busy-town.ts';
import { id } from './cast.ts';
import { letter } from './town.ts';

let town: BusyTown;
beforeAll(async () => {
  town = await busyTown();
});
afterAll(() => town.close());

interface Page {
  person: { id: string } | null;
  mentee: Record<string, unknown> | null;
  mentor: Record<string, unknown> | null;
  desks: string[];
  requests: { id: string; status: string; message: string; card: { name: string } }[];
  inbox: { id: string; message: string; card: { name: string } }[];
  trials: { id: string; status: string; card: { name: string } }[];
  matches: { id: string; status: string; card: { name: string } }[];
  drafts: Record<string, unknown>;
}
const page = (person: string) => act<Page>(town.sql, person, 'my_page()');
const empty = { requests: [], inbox: [], trials: [], matches: [] };

describe('my page', () => {
  test('of somebody with no part is empty, but her draft is there', async () => {
    expect(await page(id.signe)).toMatchObject({ ...empty, person: null, mentee: null, mentor: null, drafts: { mentor: {} } }); // prettier-ignore
  });

  test('of a mentee: her requests with their letters and cards, and how many she may have', async () => {
    const { requests, mentee, mentor, inbox } = await page(id.amina);
    expect(requests.map(({ id: request, status, card }) => [request, status, card.name]).sort()).toEqual(
      [
        [town.is.asked, 'open', 'kari'],
        [town.is.proposed, 'proposed', 'jonas'],
      ].sort(),
    );
    expect(requests.every(({ message }) => message === letter)).toBe(true);
    expect(mentee).toMatchObject({ asking: 1, open_requests: 3, promise_days: 21 });
    expect(mentor).toBeNull();
    expect(inbox).toEqual([]);
  });

  test('of a mentor: who asks her, with the card, and not what is only proposed', async () => {
    const { inbox, requests } = await page(id.kari);
    expect(inbox.map(({ id: request, message, card }) => [request, message, card.name])).toEqual([[town.is.asked, letter, 'amina']]); // prettier-ignore
    expect(requests).toEqual([]);
    expect((await page(id.jonas)).inbox).toEqual([]);
  });

  test('of two in a trial: the same trial, each with the other', async () => {
    const [mentee, mentor] = [await page(id.dawit), await page(id.jonas)];
    expect(mentee.trials).toMatchObject([{ id: town.is.planning, i_am: 'mentee', card: { name: 'jonas' } }]);
    expect(mentor.trials).toMatchObject([{ id: town.is.planning, i_am: 'mentor', card: { name: 'dawit' } }]);
    expect(JSON.stringify(mentee.trials)).not.toContain('_contact":"+');
  });

  test('of two in a match', async () => {
    expect((await page(id.nils)).matches).toMatchObject([{ id: town.is.match, status: 'awaiting', card: { name: 'mette' } }]); // prettier-ignore
    expect((await page(id.mette)).matches).toMatchObject([{ id: town.is.match, card: { name: 'nils' } }]);
  });

  test('of a coordinator: where she works', async () => {
    expect((await page(id.torstein)).desks).toEqual(['free/zz-south']);
    expect((await page(id.birthe)).desks).toEqual(['careful']);
  });

  test('names nobody else, whoever asks', async () => {
    const known: Record<string, string[]> = {
      signe: [],
      amina: ['kari', 'jonas', 'ingrid'],
      kari: ['amina'],
      dawit: ['jonas'],
      jonas: ['dawit'],
      mette: ['nils'],
    };
    for (const [name, others] of Object.entries(known)) {
      const self = id[name as keyof typeof id];
      // The address of a coordinator here has her id in it; who learns it: 48_my_coordinators.test.ts.
      const text = JSON.stringify({ ...(await page(self)), coordinators: [] });
      const named = Object.entries(id).filter(([, uuid]) => uuid !== self && text.includes(uuid));
      expect([name, named.map(([other]) => other).sort()]).toEqual([name, [...others].sort()]);
    }
  });
});

interface List {
  count: number;
  items: Record<string, unknown>[];
}
type Desk = Record<'preparing' | 'requests' | 'trials' | 'matches' | 'waiting' | 'mails', List> & {
  counts: Record<string, number>;
};
const desk = (person: string) => act<Desk>(town.sql, person, 'desk()');

describe('the desk', () => {
  test('counts what is at hers, and lists who waits for her', async () => {
    const ingrid = await desk(id.ingrid);
    expect(ingrid.counts).toEqual({ free_mentors: 3, mentees: 2, open_requests: 2, trials: 1, matches: 0 });
    expect(
      ingrid.preparing.items.map(({ person, part }) => `${part as string} ${person as string}`).sort(),
    ).toEqual([`mentor ${id.wanda}`, `mentee ${id.walid}`].sort());
    expect((await desk(id.torstein)).counts).toEqual({ free_mentors: 1, mentees: 1, open_requests: 1, trials: 1, matches: 0 }); // prettier-ignore
    const birthe = await desk(id.birthe);
    expect(birthe.matches).toMatchObject({ count: 1, items: [{ id: town.is.match, status: 'awaiting' }] });
  });

  test('shows no letter and no private part', async () => {
    await act(town.sql, id.dawit, `save_contact('Langfamilynavn', '+47 911 11 111', 'man', 'phone')`);
    const text = JSON.stringify([await desk(id.ingrid), await desk(id.torstein), await desk(id.birthe)]);
    expect(text).not.toContain(letter);
    expect(text).not.toContain('Langfamilynavn');
  });

  test('who has waited longer than the programme promises is on it, until she is in a trial', async () => {
    await town.sql`update public.mentees set approved_at = now() - interval '22 days' where person in (${id.amina}, ${id.dawit})`;
    const { waiting } = await desk(id.ingrid);
    expect(waiting.items.map(({ mentee }) => (mentee as { person: string }).person)).toEqual([id.amina]);
  });

  test('is closed to everybody else', async () => {
    await expect(desk(id.kari)).rejects.toThrow('not_a_coordinator');
  });
});

test('fifty of a long list, with the whole count', async () => {
  const [row] =
    await town.sql`select private.first_fifty((select jsonb_agg(n) from generate_series(1, 70) n)) as list`;
  expect(row!.list.count).toBe(70);
  expect(row!.list.items).toHaveLength(50);
});
