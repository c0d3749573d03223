import { expect, test } from 'vitest';
import type { Form } from '../../schemas/form.ts';
import { answerSteps, type AnswerNames } from './answers.ts';

const inAll = (text: string) => ({ en: text, nb: text, da: text, sv: text });
const names: AnswerNames = {
  place: (key) => `place ${key}`,
  field: (code) => `field ${code}`,
  country: (code) => `country ${code}`,
  language: (code, level) => `${code} at ${level}`,
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
      questions: [{ ...question, key: 'about', kind: 'long-text', max: 900 }],
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
