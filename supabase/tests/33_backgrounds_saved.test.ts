/** What a yes keeps of the answers, and what a person corrects herself. */
import { beforeEach, describe, expect, test } from 'vitest';
import { act, actAndTrace, refused } from './affair.ts';
import { decide, sent } from './applicant.ts';
import { own, save, schooling, worked, type Facts } from './background.ts';
import { id } from './cast.ts';
import { syncForms } from './forms.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
/** Questions a real form asks, and the small one of tests does not. */
const asked = [
  { key: 'country', kind: 'country' },
  { key: 'seniority', kind: 'choice', options: [{ value: 'leader' }] },
  { key: 'employer', kind: 'text', max: 120 },
  { key: 'sector', kind: 'choice', options: [{ value: 'energy' }] },
  { key: 'motivation', kind: 'choices', options: [{ value: 'society' }] },
];
beforeEach(async () => {
  await syncForms(db.sql);
  await db.sql`update public.forms set definition = jsonb_insert(definition, '{steps,-1}',
    ${db.sql.json({ key: 'more', questions: asked })}, true) where version = 900`;
});

const told = {
  birth_year: 1990,
  came_as: 'refugee',
  arrival_year: 2021,
  education: schooling,
  country: 'SY',
};
/** Alma applies and is let in. */
async function letIn(different: object = told, part = 'mentee', programme = 'free') {
  const application = await sent(db.sql, { part, programme, different });
  await act(db.sql, id.ingrid, decide(application, 'accept'));
  return application;
}
const consents = async () =>
  (await db.sql`select shares, how, locale from public.background_consents order by id`).map((row) => ({
    ...row,
  }));
const said = async (facts: (keyof Facts)[]) => {
  const mine = await own(db.sql);
  return facts.map((fact) => mine?.[fact]);
};

describe('a yes', () => {
  test('keeps what a mentee has answered, and shares nothing she has not said yes to', async () => {
    await letIn();
    expect(await own(db.sql)).toEqual({
      ...{ birth_year: 1990, country: 'SY', came_as: 'refugee', arrival_year: 2021, education: schooling },
      ...{ experience: null, seniority: null, employer: null, sector: null, size_band: null },
      ...{ motivation: [], shares: [] },
    });
    expect(await consents()).toEqual([]);
  });

  test('keeps what a mentor has answered, and of a mentee’s facts none', async () => {
    const work = { seniority: 'leader', employer: ' Nordkraft ', sector: 'energy', motivation: ['society'] };
    await letIn({ ...work, country: 'SY', consent_share: true }, 'mentor');
    expect(await own(db.sql)).toMatchObject({ ...work, employer: 'Nordkraft', country: null, shares: ['employer', 'sector'] }); // prettier-ignore
    expect(await consents()).toEqual([{ shares: ['employer', 'sector'], how: 'application', locale: 'nb' }]);
  });

  test('with the tick begins with education and experience, and is logged', async () => {
    await letIn({ ...told, consent_share: true });
    expect(await said(['shares'])).toEqual([['education', 'experience']]);
    expect(await consents()).toEqual([{ shares: ['education', 'experience'], how: 'application', locale: 'nb' }]); // prettier-ignore
  });

  test('does not forget what was known when something is not answered', async () => {
    await letIn();
    await letIn({ employer: 'Nordkraft' }, 'mentor');
    expect(await said(['birth_year', 'employer'])).toEqual([1990, 'Nordkraft']);
  });

  test('does not write over what she has said herself since she sent it', async () => {
    await letIn();
    const mentor = await sent(db.sql, { part: 'mentor', different: { employer: 'Nordkraft', sector: 'energy', consent_share: true } }); // prettier-ignore
    await act(db.sql, id.alma, save({ country: 'IQ', employer: 'Sørvind', shares: ['country'] }));
    await act(db.sql, id.ingrid, decide(mentor, 'accept'));
    expect(await said(['country', 'employer', 'sector', 'shares'])).toEqual(['IQ', 'Sørvind', 'energy', ['country']]); // prettier-ignore
  });

  test('of a part leaves alone what she shares in the other, and a newer no takes back', async () => {
    await letIn({ ...told, consent_share: true });
    await letIn({ employer: 'Nordkraft', consent_share: true }, 'mentor');
    expect(await said(['shares'])).toEqual([['education', 'experience', 'employer', 'sector']]);
    await db.sql`update public.mentees set standing = 'left'`;
    await letIn();
    expect(await said(['shares'])).toEqual([['employer', 'sector']]);
    expect(await consents()).toHaveLength(3);
  });

  test('leaves out a year that no form would take any more', async () => {
    const application = await sent(db.sql, { different: told });
    await db.sql`update public.applications set answers = answers || '{"birth_year": 99}' where id = ${application}`;
    await act(db.sql, id.ingrid, decide(application, 'accept'));
    expect(await said(['birth_year', 'country'])).toEqual([null, 'SY']);
  });

  test.each([
    [{ birth_year: 1990, arrival_year: 1980, came_as: 'family' }, 'arrival_year', null],
    [{ education: { level: 'none' } }, 'education', { level: 'none' }],
    [{ education: { level: '', where: 'home' } }, 'education', null],
    [{ employer: 'x' }, 'employer', null],
  ] as const)('is not stopped by an answer that makes no sense: %j', async (different, fact, kept) => {
    const part = 'employer' in different ? 'mentor' : 'mentee';
    await letIn(different, part);
    expect(await said([fact])).toEqual([kept]);
  });

  test.each([
    [worked, worked],
    [[{ work: '2142', country: '', years: null }, { work: '' }, { work: '2211', years: 99 }], [{ work: '2142' }]],
    [[...worked, ...worked, ...worked, ...worked, { work: '2211' }], [...worked, ...worked, ...worked, ...worked]],
    ['a lot', null],
  ])('keeps of experience what is sound: %j', async (answer, kept) => {
    const [row] = await db.sql`select private.experience_kept(${db.sql.json(answer as never)}) as kept`;
    expect(row!.kept).toEqual(kept);
  });
}); // prettier-ignore

describe('save_background', () => {
  beforeEach(() => letIn());

  test('corrects, clears and shares; the log says which facts, never what they say', async () => {
    const { events, mails } = await actAndTrace(db.sql, id.alma, save({ country: 'IQ', experience: worked, shares: ['country', 'years-here'] })); // prettier-ignore
    expect([events, mails]).toEqual([['save_background by alma'], []]);
    expect(await own(db.sql)).toMatchObject({ country: 'IQ', birth_year: null, education: null, experience: worked, shares: ['country', 'years-here'] }); // prettier-ignore
    const [event] = await db.sql`select detail, desks from public.events where verb = 'save_background'`;
    expect(event).toEqual({
      detail: { changed: ['arrival_year', 'birth_year', 'came_as', 'country', 'education', 'experience', 'shares'] },
      desks: [],
    }); // prettier-ignore
    expect(await consents()).toEqual([{ shares: ['country', 'years-here'], how: 'page', locale: 'nb' }]);
    // The same again, in another order, is no new yes.
    await act(db.sql, id.alma, save({ country: 'IQ', experience: worked, shares: ['years-here', 'country'] }));
    expect(await consents()).toHaveLength(1);
    await act(db.sql, id.alma, save({ country: 'IQ' }));
    expect((await consents())[1]).toEqual({ shares: [], how: 'page', locale: 'nb' });
  });

  test.each<[Partial<Facts>, string]>([
    [{ birth_year: 1800 }, 'background_birth_year_range'],
    [{ birth_year: 2099 }, 'background_birth_year_range'],
    [{ arrival_year: 1800 }, 'background_arrival_year_range'],
    [{ arrival_year: 2099 }, 'background_arrival_year_range'],
    [{ birth_year: 2000, arrival_year: 1999 }, 'background_arrival_after_birth'],
    [{ country: 'Syria' }, 'background_country_shape'],
    [{ came_as: 'tourist' }, 'choice_unknown'],
    [{ education: { level: 'genius' } }, 'background_education_is_sound'],
    [{ education: { where: 'home' } }, 'background_education_is_sound'],
    [{ experience: [{ work: '9999' }] }, 'field_unknown'],
    [{ experience: [{ work: 'cook' }] }, 'background_experience_is_sound'],
    [{ experience: [{ work: '2142', years: 61 }] }, 'background_experience_is_sound'],
    [{ experience: [{ work: '2142', employer: 'x' }] }, 'background_experience_is_sound'],
    [{ experience: [...worked, ...worked, ...worked, ...worked, ...worked] }, 'background_experience_is_sound'],
    [{ employer: 'x' }, 'background_employer_length'],
    [{ employer: 'x'.repeat(121) }, 'background_employer_length'],
    [{ seniority: 'king' }, 'choice_unknown'],
    [{ sector: 'magic' }, 'choice_unknown'],
    [{ size_band: 'giant' }, 'choice_unknown'],
    [{ motivation: ['money'] }, 'choice_unknown'],
    [{ shares: ['gender'] }, 'background_shares_are_known'],
  ])('%j: %s', async (facts, key) => {
    expect(await refused(db.sql, id.alma, save(facts))).toBe(key);
  });

  test('what she has corrected is filled in when she applies anew', async () => {
    await act(db.sql, id.alma, save({ country: 'IQ', employer: 'Nordkraft' }));
    await act(db.sql, id.alma, `begin_application('free', 'mentor', 'nb')`);
    const [row] = await db.sql`select answers from public.applications where part = 'mentor'`;
    expect(row!.answers).toMatchObject({ country: 'IQ', employer: 'Nordkraft' });
  });

  test('what she once chose stays hers when the form no longer offers it', async () => {
    await db.sql`update public.backgrounds set seniority = 'of-old', came_as = 'of-old', motivation = '{of-old}'`;
    const call = save({ seniority: 'of-old', came_as: 'of-old', motivation: ['of-old', 'society'] });
    expect(await refused(db.sql, id.alma, call)).toBeNull();
  });

  test('is for those who have a place', async () => {
    expect(await refused(db.sql, id.signe, save())).toBe('apply_first');
    expect(await refused(db.sql, id.ingrid, save())).toBe('apply_first');
  });
}); // prettier-ignore
