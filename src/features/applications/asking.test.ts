/** The form of a mentee as a programme asks it: what may be left open, what comes line by line, and what is told of a life. */
import { describe, expect, test } from 'vitest';
import { mentee, programme, skilled } from './examples.ts';
import { answersFrom, askedSteps, typedFrom, type Answers, type PageProgramme } from './model.ts';
import { isAbout, problemsIn } from './problems.ts';

const open = programme('women-network', ['life']);

const asked = (one: PageProgramme, answers: Answers) =>
  askedSteps(mentee, one, typedFrom(mentee, answers)).flatMap(({ questions }) => questions);
const keysAsked = (one: PageProgramme, answers: Answers) => asked(one, answers).map(({ key }) => key);
const through = (answers: Answers, one = skilled) => {
  const typed = typedFrom(mentee, answers);
  return answersFrom(askedSteps(mentee, one, typed), typed);
};
const found = (answers: Answers, one = skilled) => {
  const problems = problemsIn(asked(one, answers), typedFrom(mentee, answers), 2026);
  return Object.fromEntries(problems.map(({ field, key }) => [field, key]));
};

describe('a question is asked', () => {
  test('everywhere, but must be answered only where a rule reads it', () => {
    const needed = (one: PageProgramme, key: string) =>
      asked(one, {}).find((question) => question.key === key)?.required;
    const keys = ['birth_year', 'came_as', 'education'];
    expect(keys.map((key) => needed(programme('open', []), key))).toEqual([false, false, false]);
    expect(keys.map((key) => needed(programme('young', ['age', 'status', 'education']), key))).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('about her life only where the programme wants to know, and for a yes as soon as she tells', () => {
    expect(keysAsked(skilled, {})).not.toContain('energy');
    expect(keysAsked(open, {})).toContain('energy');
    expect(keysAsked(open, {})).not.toContain('consent_life');
    expect(keysAsked(open, { support: ['none'] })).toContain('consent_life');
  });
});

describe('answers', () => {
  test('of a group are its lines; what stands empty in them is not there', () => {
    const experience = [{ work: '2221', country: 'SY', years: 4 }, { work: '2512' }];
    expect(through({ experience: [...experience, {}, { country: '' }] })).toEqual({ experience });
  });

  test('say what a language is for, where somebody says so', () => {
    const languages = [
      { language: 'no', level: 'B1', use: ['practise'] },
      { language: 'ar', level: 'N' },
    ];
    expect(through({ languages: [languages[0], { ...languages[1], use: ['sing'] }] })).toEqual({ languages });
  });

  test('that wait for a yes of their own are not kept before it', () => {
    const life = { life: ['own-health'], energy: 'little', support: ['none'] };
    const kept = (answers: Answers) => through(answers, open);
    expect(kept({ ...life, hours: 4 })).toEqual({ hours: 4 });
    expect(kept({ ...life, consent_life: true })).toEqual({ ...life, consent_life: true });
    expect(kept({ consent_life: true })).toEqual({});
  });
});

describe('problems', () => {
  test('a line of a group is held against what each is asked, and names its field', () => {
    const wrong = found({
      experience: [{ work: '2221' }, { country: 'SY', years: 99 }, { work: '2512', years: 'many' }, {}],
    });
    expect(Object.entries(wrong).filter(([field]) => isAbout({ field }, 'experience'))).toEqual([
      ['experience-1-work', 'form.choose-from-list'],
      ['experience-1-years', 'form.too-high'],
      ['experience-2-years', 'form.whole-number'],
    ]);
  });

  test('whoever tells of her life says yes to its being kept', () => {
    expect(found({}, open)).not.toHaveProperty('consent_life');
    expect(found({ energy: 'talk' }, open)).toHaveProperty('consent_life', 'apply.consent-needed');
  });
});
