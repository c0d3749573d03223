import { expect, test } from 'vitest';
import type { Form } from '../../schemas/form.ts';
import { answerSteps, type AnswerNames } from './answers.ts';

const inAll = (text: string) => ({ en: text, nb: text, da: text, sv: text });
const names: AnswerNames = {
  place: (key) => `place ${key}`,
  field: (code) => `field ${code}`,
  country: (code) => `country ${code}`,
  language: (code, level, use = []) => [`${code} at ${level}`, ...use].join(' '),
  yesNo: (yes) => (yes ? 'Yes' : 'No'),
  word: (list, value) => `${list}=${value}`,
};
const question = { required: true, label: inAll('Asked') };
const form: Form = {
  key: 'mentee',
  version: 1,
  steps: [
    {
      key: 'you',
      title: inAll('You'),
      questions: [
        { ...question, key: 'shown_name', kind: 'text', max: 120 },
        { ...question, key: 'languages', kind: 'languages' },
        { ...question, key: 'student', kind: 'yes-no' },
        {
          ...question,
          key: 'channel',
          kind: 'choice',
          options: [
            { value: 'friend', label: inAll('A friend') },
            { value: 'web', label: inAll('The web') },
          ],
        },
      ],
    },
    {
      key: 'more',
      title: inAll('More'),
      questions: [
        { ...question, key: 'about', kind: 'long-text', max: 900 },
        {
          ...question,
          key: 'jobs',
          kind: 'group',
          max: 2,
          row: inAll('Job'),
          add: inAll('Add'),
          questions: [
            { ...question, key: 'work', kind: 'field' },
            { ...question, key: 'years', kind: 'number', min: 0 },
          ],
        },
      ],
    },
  ],
};

test('answers are read in the words of their form; a step without answers is not there', () => {
  const steps = answerSteps(
    form,
    { shown_name: 'Zahra', languages: [{ language: 'no', level: 'B1' }], student: false, channel: 'web' },
    'en',
    names,
  );
  expect(steps.map(({ key }) => key)).toEqual(['you']);
  expect(steps[0]?.lines.map(({ said }) => said)).toEqual([['Zahra'], ['no at B1'], ['No'], ['The web']]);
});

test('a pair of language and level is read too, and what no list knows is shown as it is', () => {
  const [step] = answerSteps(form, { languages: [['da', 'A2']], channel: 'radio' }, 'en', names);
  expect(step?.lines.map(({ said }) => said)).toEqual([['da at A2'], ['radio']]);
});

test('a line of a group is one line to read, and a number in it says of what', () => {
  const [step] = answerSteps(form, { jobs: [{ work: '2512', years: 4 }, { years: 1 }] }, 'en', names);
  expect(step?.lines.map(({ said }) => said)).toEqual([['field 2512 · Asked: 4', 'Asked: 1']]);
});

test('what a language is for is read beside its level', () => {
  const languages = [{ language: 'no', level: 'B1', use: ['work', 'practise'] }];
  const [step] = answerSteps(form, { languages }, 'en', names);
  expect(step?.lines[0]?.said).toEqual(['no at B1 work practise']);
});
