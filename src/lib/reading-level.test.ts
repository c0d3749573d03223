import { describe, expect, test } from 'vitest';
import { countWords, fleschKincaid, lix, sentences } from './reading-level.ts';

const sentenceLengths = (text: string) => sentences(text).map(({ words }) => words.length);

describe('sentences', () => {
  test('headings, code, link targets and list marks are not read', () => {
    const text =
      '## A long heading here\n\nOne [link to mentors](/en/mentors/).\n\n```\nnpm start now please\n```\n\n- first item\n- second item here\n';
    expect(sentences(text).map((sentence) => sentence.text)).toEqual([
      'One link to mentors.',
      'first item',
      'second item here',
    ]);
    expect(sentenceLengths(text)).toEqual([4, 2, 3]);
  });

  test('each cell of a table is a sentence, and its lines are none', () => {
    const table =
      'Before it.\n\n| When | What |\n| :--- | ---: |\n| Monday | Read one advert. Write. |\n\nAfter it.';
    expect(sentences(table).map(({ text }) => text)).toEqual([
      'Before it.', 'When', 'What', 'Monday', 'Read one advert.', 'Write.', 'After it.',
    ]); // prettier-ignore
  });

  test('a date, a decimal and an abbreviation before a small letter do not end a sentence', () => {
    expect(sentenceLengths('Vi møtes 21. november kl. 17. Bruk WCAG 2.2 som mål!')).toEqual([6, 5]);
  });

  test.each(['bl.a. Nav', 'f.eks. Nav', 't.ex. Arbetsförmedlingen', 'dvs. Nav', 'nr. A', 'St. Olav', 'Dr. Ali', 'd. Tirsdag', 'kl. Ni'])(
    'an abbreviation does not end a sentence before a capital either: %s',
    (words) => expect(sentences(`Spør ${words} om hjelp. Da vet du.`)).toHaveLength(2),
  ); // prettier-ignore

  test('a line that begins with a date is no item of a list', () => {
    expect(sentenceLengths('Vi møtes på kafé den\n21. november klokka fem.')).toEqual([9]);
    expect(sentenceLengths('1. Ring dem.\n2. Skriv opp svaret.')).toEqual([2, 3]);
  });

  test('a sentence that goes on over a line break is one sentence', () => {
    expect(sentenceLengths('You choose who\nyou ask. «Then» you wait.')).toEqual([5, 3]);
  });

  test('each language’s own quotation marks may open and close a sentence', () => {
    for (const [open, close] of ['“”', '«»', '»«', '””'])
      expect(sentenceLengths(`Hun spør: ${open}Vil du?${close} ${open}Ja${close} er svaret.`)).toEqual([
        4, 3,
      ]);
  });

  test('an address, a compound with a hyphen and a number are one word each', () => {
    expect(countWords(sentences('Write to hello@fotfeste.example about e-mail in 1,000 places'))).toBe(8);
  });
});

describe('lix', () => {
  test('is words per sentence plus the share of words over six letters', () => {
    expect(lix(sentences('Du velger selv hvem du spør. Mentoren svarer deg snart.'))).toBe(
      10 / 2 + (100 * 1) / 10,
    );
  });

  test('counts letters, not bytes', () => {
    expect(lix(sentences('åååååå'))).toBe(1);
    expect(lix(sentences('ååååååå'))).toBe(101);
  });

  test('an empty text is 0, not a division by nothing', () => {
    expect(lix(sentences('## Only a heading'))).toBe(0);
    expect(fleschKincaid(sentences(''))).toBe(0);
  });
});

describe('fleschKincaid', () => {
  test('follows the published formula', () => {
    // Six words, one sentence, six syllables.
    expect(fleschKincaid(sentences('The cat sat on the mat.'))).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 5);
  });

  test('puts office language above plain language', () => {
    const plain = 'You choose who you ask. She says yes or no. Then you meet for one hour.';
    const office =
      'Participants are responsible for initiating communication regarding individual expectations.';
    expect(fleschKincaid(sentences(plain))).toBeLessThan(3);
    expect(fleschKincaid(sentences(office))).toBeGreaterThan(12);
  });
});
