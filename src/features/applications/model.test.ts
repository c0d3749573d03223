import { describe, expect, test } from 'vitest';
import { file, mentee, programme, skilled } from './examples.ts';
import {
  answersFrom,
  askedSteps,
  numberTyped,
  typedFrom,
  type Answers,
  type PageProgramme,
} from './model.ts';
import { formWords } from './page-form.ts';
import { problemsIn } from './problems.ts';
import { stateOf, unmetIn } from './rules.ts';

const keysAsked = (one: PageProgramme, answers: Answers) =>
  askedSteps(mentee, one, typedFrom(mentee, answers)).flatMap(({ questions }) =>
    questions.map(({ key }) => key),
  );
const through = (answers: Answers) => {
  const typed = typedFrom(mentee, answers);
  return answersFrom(askedSteps(mentee, skilled, typed), typed);
};

describe('a question is asked', () => {
  test('where the programme’s rules need its answer', () => {
    expect(keysAsked(skilled, {})).not.toContain('gender');
    expect(keysAsked(programme('women-network', ['gender', 'asks_gender']), {})).toEqual(
      expect.arrayContaining(['gender', 'prefers_gender', 'interests']),
    );
  });

  test('after the answer it depends on', () => {
    expect(keysAsked(skilled, {})).not.toContain('country');
    expect(keysAsked(skilled, { came_as: 'born-here' })).not.toContain('country');
    expect(keysAsked(skilled, { came_as: 'refugee' })).toContain('country');
    expect(keysAsked(programme('open', []), { came_as: 'refugee' })).toContain('arrival_year');
  });

  test('in a programme that it is for', () => {
    expect(keysAsked(skilled, {})).toContain('formats');
    expect(keysAsked(programme('youth', []), {})).not.toContain('formats');
  });
});

describe('answers', () => {
  const answers = {
    shown_name: 'Samira',
    came_as: 'refugee',
    country: 'SY',
    arrival_year: 2019,
    place: 'no-0301',
    formats: ['online'],
    hours: 4,
    commitment: false,
    languages: [{ language: 'ar', level: 'N' }],
    education: { level: 'bachelor', where: 'home', recognised: 'partly' },
    consent_store: true,
  };

  test('come back as they went', () => {
    expect(through(answers)).toEqual(answers);
  });

  test('that are not asked for any more are not sent', () => {
    expect(through({ ...answers, came_as: 'born-here' })).not.toHaveProperty('country');
  });

  test('that are empty, or no longer fit their kind, are not there', () => {
    expect(through({ shown_name: '  ', formats: [], hours: 'some', languages: 'all', education: 7 })).toEqual(
      {},
    );
  });

  test('an education from here needs no recognition, and none at all needs no place', () => {
    expect(through({ education: { level: 'master', where: 'here' } })).toEqual({
      education: { level: 'master', where: 'here', recognised: 'not-needed' },
    });
    expect(through({ education: { level: 'none', where: 'home' } })).toEqual({
      education: { level: 'none' },
    });
  });

  test('languages may come as pairs', () => {
    expect(through({ languages: [['no', 'B1']] })).toEqual({ languages: [{ language: 'no', level: 'B1' }] });
  });

  test('a text that is too long is kept as far as it goes', () => {
    expect(String(through({ shown_name: 'x'.repeat(60) })['shown_name'])).toHaveLength(40);
  });
});

test.each([
  ['4', 4],
  [' 4 hours', 4],
  ['1987', 1987],
  ['', null],
  ['four', null],
  ['2.5', null],
  ['12345678', null],
])('“%s” is the number %s', (typed, number) => {
  expect(numberTyped(typed)).toBe(number);
});

describe('problems', () => {
  const found = (answers: Answers, one = skilled) => {
    const typed = typedFrom(mentee, answers);
    const questions = askedSteps(mentee, one, typed).flatMap((step) => step.questions);
    return Object.fromEntries(problemsIn(questions, typed, 2026).map(({ field, key }) => [field, key]));
  };

  test('what must be answered and is not, each in its own words', () => {
    expect(found({})).toEqual({
      shown_name: 'form.missing',
      came_as: 'apply.choose-one',
      place: 'form.choose-from-list',
      formats: 'form.choose-some',
      hours: 'form.missing',
      commitment: 'apply.choose-one',
      languages: 'form.missing',
      education: 'apply.choose-one',
      field: 'form.choose-from-list',
      goals: 'form.choose-some',
      about: 'form.missing',
      consent_store: 'apply.consent-needed',
    });
  });

  test.each<[string, Answers, string, string]>([
    ['a name of 41 letters', { shown_name: 'x'.repeat(41) }, 'shown_name', 'form.too-long'],
    ['a sentence too short', { about: 'Hello' }, 'about', 'form.too-short'],
    ['hours in words', { hours: 'a few' }, 'hours', 'form.whole-number'],
    ['too many hours', { hours: 100 }, 'hours', 'form.too-high'],
    ['a year to come', { came_as: 'work', arrival_year: 2027 }, 'arrival_year', 'form.too-high'],
    [
      'six goals',
      { goals: ['cv', 'interview', 'network', 'sector', 'language', 'direction'] },
      'goals',
      'form.choose-fewer',
    ],
    [
      'a language without its level',
      { languages: [{ language: 'no', level: '' }] },
      'languages',
      'form.row-unfinished',
    ],
    [
      'a language twice',
      {
        languages: [
          ['no', 'B1'],
          ['no', 'B2'],
        ],
      },
      'languages',
      'form.language-twice',
    ],
    ['half an education', { education: { level: 'bachelor' } }, 'education', 'apply.education-unfinished'],
  ])('%s', (_what, answers, field, key) => {
    expect(found(answers)[field]).toBe(key);
  });

  test('nothing is wrong with one letter, right-to-left, or no to the course', () => {
    const wrong = found({ shown_name: 'ع', commitment: false });
    expect(wrong).not.toHaveProperty('shown_name');
    expect(wrong).not.toHaveProperty('commitment');
  });
});

describe('rules', () => {
  const standing = {
    since: '2026-01-01',
    met: ['area'],
    unmet: [{ rule: 'education' }],
    open: ['gender', 'language'],
  };
  const typed = typedFrom(mentee, { gender: 'undisclosed', place: 'no-03' });

  test('fit, do not, wait for an answer, or for a human', () => {
    const states = ['area', 'education', 'language', 'gender'].map((rule) => stateOf(rule, standing, typed));
    expect(states).toEqual(['met', 'unmet', 'open', 'human']);
  });

  test('are told on the step that asks about them', () => {
    const rulesOf = (key: string) =>
      unmetIn(
        standing,
        mentee.steps.find((step) => step.key === key),
      );
    expect([rulesOf('work'), rulesOf('you'), unmetIn(standing)]).toEqual([['education'], [], ['education']]);
  });
});

test.each(['en', 'nb', 'da', 'sv'] as const)('every question and option has words in %s', (lang) => {
  const words = formWords(file('mentee'), lang);
  for (const { key, questions } of mentee.steps) {
    expect(words).toHaveProperty([`step.${key}`]);
    for (const question of questions) {
      expect(words).toHaveProperty([`ask.${question.key}`]);
      for (const value of question.options ?? [])
        expect(words).toHaveProperty([`ask.${question.key}.${value}`]);
    }
  }
});
