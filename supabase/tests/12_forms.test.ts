/** What a form makes of answers: what could stand there, who is asked what, and what is still missing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../tests/database.ts';
import { anybody, rulesOf, syncGround } from './cast-programmes.ts';
import { enough, enoughOfMentor, menteeForm, mentorForm, syncForms } from './forms.ts';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase();
  await syncGround(db.sql);
  await syncForms(db.sql);
});
afterAll(() => db.close());

const sound = async (answers: unknown, form: object = menteeForm) =>
  (await db.sql`select private.answers_are_sound(${db.sql.json(form as never)}, ${db.sql.json(answers as never)}) as sound`)[0]!.sound as boolean; // prettier-ignore

const missing = async (
  answers: object,
  { form = menteeForm as object, programme = 'free', rules = rulesOf('free') } = {},
) => {
  const { who, language, regions, online_anywhere, matching, intake } = rules;
  const [row] = await db.sql`select private.missing_answers(${db.sql.json(form as never)}, ${programme},
    ${db.sql.json({ who, language, regions, online_anywhere, intake } as never)}, ${matching.ask_gender_preference},
    ${db.sql.json(answers as never)}) as missing`;
  return row!.missing as string[];
};

describe('what could stand there', () => {
  const text = (length: number) => 'x'.repeat(length);
  test.each<[object, boolean]>([
    [{}, true],
    [enough, true],
    [{ shown_name: null, place: '', goals: [], languages: [], education: {} }, true],
    [{ shown_name: text(40) }, true],
    [{ shown_name: text(41) }, false],
    [{ shown_name: 7 }, false],
    [{ shown_name: 'نور' }, true],
    [{ unheard_of: 1 }, false],
    [{ about: text(1200) }, true],
    [{ about: text(1201) }, false],
    [{ gender: 'woman' }, true],
    [{ gender: 'queen' }, false],
    [{ gender: ['woman'] }, false],
    [{ goals: ['cv', 'network'] }, true],
    [{ goals: ['cv', 'cv'] }, false],
    [{ goals: ['juggling'] }, false],
    [{ goals: ['job-search', 'cv', 'interview', 'network', 'sector', 'language'] }, false],
    [{ goals: 'cv' }, false],
    // Half a year while it is typed; whether it can be is asked at the end.
    [{ birth_year: 19 }, true],
    [{ birth_year: 1999.5 }, false],
    [{ birth_year: '1999' }, false],
    [{ hours: 10_000_000 }, false],
    [{ place: 'zz-north-bay' }, true],
    [{ place: 'zz-nowhere' }, false],
    [{ field: '2512' }, true],
    [{ field: '0000' }, false],
    [{ commitment: false }, true],
    [{ commitment: 'yes' }, false],
    [{ consent_store: 1 }, false],
    [{ languages: [['no', 'B1']] }, true],
    [{ languages: [{ language: 'no', level: '' }] }, true],
    [{ languages: [{ language: 'xx', level: 'B1' }] }, false],
    [{ languages: [{ language: 'no', level: 'B9' }] }, false],
    [{ languages: [{ language: 'no', level: 'B1', secret: 1 }] }, false],
    [{ languages: ['no'] }, false],
    [{ languages: 'no' }, false],
    [{ languages: [{ language: 'no', level: 'B1', use: ['work', 'practise'] }] }, true],
    [{ languages: [{ language: 'no', level: 'B1', use: [] }] }, true],
    [{ languages: [{ language: 'no', level: 'B1', use: ['sing'] }] }, false],
    [{ languages: [{ language: 'no', level: 'B1', use: ['work', 'work'] }] }, false],
    [{ languages: [{ language: 'no', level: 'B1', use: 'work' }] }, false],
    [{ languages: [{ language: 'no', level: 'B1', use: null }] }, false],
    [{ jobs: [{ work: '2512', country: 'SY', years: 0 }, {}] }, true],
    [{ jobs: [{ work: '' }] }, true],
    [{ jobs: [{ work: '0000' }] }, false],
    [{ jobs: [{ work: '2512', wage: 1 }] }, false],
    [{ jobs: [{ work: '2512', years: 'four' }] }, false],
    [{ jobs: [{}, {}, {}] }, false],
    [{ jobs: { work: '2512' } }, false],
    [{ jobs: ['2512'] }, false],
    [{ jobs: [['2512']] }, false],
    [{ jobs: [null] }, false],
    [{ education: { level: 'master', where: 'home', recognised: 'partly' } }, true],
    [{ education: { level: 'wizard' } }, false],
    [{ education: { level: 'master', grade: 'A' } }, false],
    [{ education: 'master' }, false],
  ])('%j: %s', async (answers, is) => {
    expect(await sound(answers)).toBe(is);
  });
  test.each([null, [], 'x', 7])('%j is no set of answers', async (answers) => {
    expect(await sound(answers)).toBe(false);
  });
});

describe('what is still missing', () => {
  test.each<[string, object, string[]]>([
    ['nothing', {}, []],
    ['a name of blanks', { shown_name: '   ' }, ['shown_name']],
    ['a name nobody can see', { shown_name: '\u200b\u202e\u3164' }, ['shown_name']],
    ['a name of one letter', { shown_name: 'ع' }, []],
    ['a name of one emoji', { shown_name: '👩🏽‍⚕️' }, []],
    ['an answer taken back', { place: null, field: '' }, ['place', 'field']],
    ['too short a text', { about: 'short' }, ['about']],
    ['a number out of range', { hours: 41 }, ['hours']],
    ['no goal', { goals: [] }, ['goals']],
    ['a language without its level', { languages: [{ language: 'no', level: '' }] }, ['languages']],
    ['no to what is only asked', { commitment: false }, []],
    ['no to what has to be agreed to', { consent_store: false }, ['consent_store']],
    ['no to what may be refused', { consent_share: false }, []],
    ['what is optional, but half said', { specialism: 'x' }, ['specialism']],
    ['a year that cannot be, where it is asked', { came_as: 'family', arrival_year: 19 }, ['arrival_year']],
    ['the same where it is not asked', { came_as: 'work', arrival_year: 19 }, []],
    ['the same where what it hangs on is not answered', { arrival_year: 19 }, []],
    ['no line of a group', { jobs: [] }, []],
    ['a line that says enough', { jobs: [{ work: '2512' }] }, []],
    ['a line that does not', { jobs: [{ work: '2512' }, { years: 3 }] }, ['jobs']],
    ['a line with a number out of range', { jobs: [{ work: '2512', years: 61 }] }, ['jobs']],
    [
      'a language twice, whatever it is for',
      {
        languages: [
          { language: 'no', level: 'B1', use: ['work'] },
          { language: 'no', level: 'B1' },
        ],
      },
      ['languages'],
    ],
    ['half of what may be left open', { education: { where: 'home' } }, []],
    ['a yes to what nobody was asked', { energy: 'little' }, []],
  ])('%s', async (_, different, found) => {
    expect(await missing({ ...enough, ...different })).toEqual(found);
  });
  test('everything, in the order of the form', async () => {
    expect(await missing({})).toEqual([
      'shown_name', 'languages', 'place', 'field', 'formats', 'hours', 'about', 'commitment', 'consent_store', 'goals',
    ]); // prettier-ignore
  });
  test('only a programme that wants to know asks', async () => {
    const rules = rulesOf('free', {
      who: { ...anybody, gender: 'women', age: { from: null, to: 30 }, education: 'bachelor' },
      matching: { ...rulesOf('free').matching, ask_gender_preference: true },
    });
    expect(await missing(enough, { rules })).toEqual(['birth_year', 'gender', 'education', 'prefers_gender']);
    const answers = {
      birth_year: 1990,
      gender: 'undisclosed',
      education: { level: 'none' },
      prefers_gender: 'any',
    };
    expect(await missing({ ...enough, ...answers }, { rules })).toEqual([]);
  });
  test('what is told of a life needs a yes of its own', async () => {
    const rules = { ...rulesOf('free'), intake: { ...rulesOf('free').intake, ask_life_situation: true } };
    expect(await missing(enough, { rules })).toEqual([]);
    expect(await missing({ ...enough, energy: 'little' }, { rules })).toEqual(['consent_life']);
    expect(await missing({ ...enough, life: ['own-health'], consent_life: false }, { rules })).toEqual([
      'consent_life',
    ]);
    expect(await missing({ ...enough, life: ['own-health'], consent_life: true }, { rules })).toEqual([]);
    expect(await missing({ ...enough, life: [], energy: '' }, { rules })).toEqual([]);
  });
  test('a question for one programme is asked there', async () => {
    expect(await missing(enough, { programme: 'careful' })).toEqual(['coffee']);
  });
  test('a mentor is asked what a mentor is asked', async () => {
    expect(await missing(enoughOfMentor, { form: mentorForm })).toEqual([]);
    expect(await missing({ ...enoughOfMentor, offers: [] }, { form: mentorForm })).toEqual(['offers']);
  });
});

test('a version of a form stays when a newer one comes', async () => {
  await syncForms(db.sql, 901);
  const rows =
    await db.sql`select version from public.forms where key = 'mentee' and version >= 900 order by version`;
  expect(rows.map(({ version }) => version as number)).toEqual([900, 901]);
});
