/** The directory against the oracle: the same mentors in the same order with the same score, page after page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asPerson, freshDatabase, type FreshDatabase } from '../../tests/database.ts';
import { addCoordinator, type MenteeRow } from './cast.ts';
import { programmes, syncGround } from './cast-programmes.ts';
import { ranking, type Candidate, type Field } from './fit-oracle.ts';
import { maker, settleMentee, settleMentor } from './fit-world.ts';

let db: FreshDatabase;
let fields: Map<string, Field>;
const mentors: Candidate[] = [];
const mentees: { person: string; row: MenteeRow }[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  await syncGround(db.sql);
  const rows = await db.sql<Field[]>`select code, generalist, neighbours from public.fields order by code`;
  fields = new Map(rows.map((field) => [field.code, field]));
  // Few fields, so that every distance occurs often; the generalist and the neighbours among them.
  const near = rows.filter(({ generalist, neighbours }) => generalist || neighbours.length > 0).slice(0, 8);
  const codes = ['2511', '2512', '2521', '2141', '2142', '2221', ...near.map(({ code }) => code)];
  const make = maker(7, codes);
  await db.sql.begin(async (tx) => {
    for (let nr = 0; nr < 500; nr++) {
      const programme = nr % 3 === 0 ? 'guarded' : 'free';
      mentors.push(await settleMentor(tx as never, make.uuid(), make.mentor(programme)));
    }
    for (let nr = 0; nr < 50; nr++) {
      const person = make.uuid();
      mentees.push({ person, row: await settleMentee(tx as never, person, make.mentee(nr % 3 === 0 ? 'guarded' : 'free')) }); // prettier-ignore
    }
  });
  await db.sql`analyze`;
});
afterAll(() => db.close());

interface Page {
  mentors: { person: string; score: number }[];
  next: { score: number; person: string } | null;
}

async function pages(person: string, size: number): Promise<Page[]> {
  const found: Page[] = [];
  for (let after: Page['next'] = null; ;) {
    const [row] = await asPerson(
      db.sql,
      person,
      (as) => as`select public.find_mentors(page_size => ${size},
      after_score => ${after?.score ?? null}, after_person => ${after?.person ?? null}) as page`,
    );
    const page = row!.page as Page;
    found.push(page);
    after = page.next;
    if (!after) return found;
  }
}

const expected = ({ row }: (typeof mentees)[0]) =>
  ranking(
    row,
    mentors.filter(({ programme }) => programme === row.programme),
    programmes.find(({ key }) => key === row.programme)!,
    fields,
  );
const shown = (ranked: { person: string; score: number }[]) =>
  ranked.map(({ person, score }) => `${person} ${Math.floor(score / 100)}`);

describe('fifty random mentees among five hundred random mentors', () => {
  test('the world is worth asking about', () => {
    const lengths = mentees.map((mentee) => expected(mentee).length);
    expect(Math.max(...lengths)).toBeGreaterThan(60);
    expect(lengths.filter((length) => length > 0).length).toBeGreaterThan(35);
  });

  test.each([7, 48])(
    'in pages of %d each sees what the oracle says, none twice and none lost',
    async (size) => {
      for (const mentee of mentees) {
        const found = await pages(mentee.person, size);
        const cards = found.flatMap((page) => page.mentors);
        expect(cards.map(({ person, score }) => `${person} ${score}`)).toEqual(shown(expected(mentee)));
        expect(found.slice(0, -1).every((page) => page.mentors.length === size)).toBe(true);
      }
    },
  );

  test('a page of one is the best, and the tiers may stop early', async () => {
    for (const mentee of mentees.slice(0, 20)) {
      const [row] = await asPerson(
        db.sql,
        mentee.person,
        (as) => as`select public.find_mentors(page_size => 1) as page`,
      );
      const page = row!.page as Page;
      expect(page.mentors.map(({ person }) => person)).toEqual(expected(mentee).slice(0, 1).map(({ person }) => person)); // prettier-ignore
    }
  });

  test('a coordinator is suggested the same as the mentee would find', async () => {
    const [mentee] = mentees;
    const coordinator = '20000000-0000-4000-8000-000000000001';
    await addCoordinator(db.sql, coordinator, mentee!.row.programme);
    const [row] = await asPerson(db.sql, coordinator, (as) => as`select public.suggest_mentors(${mentee!.person}, 20) as page`); // prettier-ignore
    const suggested = (row!.page as Page).mentors.map(({ person, score }) => `${person} ${score}`);
    expect(suggested).toEqual(shown(expected(mentee!)).slice(0, 20));
  });
});
