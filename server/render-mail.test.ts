import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mailWordsFiles } from '../scripts/make-mail-words.ts';
import { mailValues } from './mail-values.ts';
import { renderMail } from './mail-words.ts';
import { fillMail } from './render-mail.ts';

const source = '---\nsubject: Hello {name}\n---\n\nDear {name}, see {link}.\n';

test('words and parameters make a mail', () => {
  expect(fillMail(source, 'x.md', { name: 'Amal', link: 'https://example.org' })).toEqual({
    subject: 'Hello Amal',
    text: 'Dear Amal, see https://example.org.\n',
  });
});

test('a missing or an unused parameter names the file', () => {
  expect(() => fillMail(source, 'x.md', { name: 'Amal' })).toThrow('x.md asks for {link}');
  expect(() => fillMail(source, 'x.md', { name: 'Amal', link: '', when: '' })).toThrow(
    'x.md does not use {when}',
  );
  expect(() => fillMail('Dear {name}', 'x.md', {})).toThrow('x.md needs front matter');
});

test('what every mail may use, it need not', () => {
  expect(fillMail(source, 'x.md', { link: 'L' }, { name: 'Amal', site: 'S' }).subject).toBe('Hello Amal');
});

test('a value is a value: it is not read again, and makes no second line of a subject', () => {
  const mail = fillMail(source, 'x.md', { name: 'A{link}\r\nBcc: everybody@example.org', link: 'L' });
  expect(mail.subject).toBe('Hello A{link} Bcc: everybody@example.org');
});

test('a line with an empty parameter is left out', () => {
  const body = '---\nsubject: S\n---\n\nBefore.\n\nNext is {next}. So it is.\n\nAfter.\n';
  expect(fillMail(body, 'x.md', { next: '' }).text).toBe('Before.\n\nAfter.\n');
  expect(fillMail(body, 'x.md', { next: 'Kari' }).text).toContain('Next is Kari. So it is.');
  const asked = body.replace('Next is {next}.', '{next?}Somebody is next.');
  expect(fillMail(asked, 'x.md', { next: '' }).text).toBe('Before.\n\nAfter.\n');
  expect(fillMail(asked, 'x.md', { next: 'true' }).text).toContain('\nSomebody is next. So it is.');
});

test('moments become days and hours in the language of the mail', () => {
  const moment = '2026-11-24T16:00:00+00:00';
  expect(mailValues('en', { at: moment }).at).toMatch(/Tuesday,? 24 November at 17:00 CET/);
  expect(mailValues('nb', { until: moment }).until).toMatch(/^tirsdag 24\. november .*17[:.]00 CET$/);
  expect(mailValues('da', { where: null, days: 7, name: 'Amal' })).toEqual({
    where: '',
    days: 7,
    name: 'Amal',
  });
});

test('a kind or language that is none leads to no file', async () => {
  await expect(renderMail('../../../package', 'en', {})).rejects.toThrow('No mail is called');
  await expect(renderMail('sign-in-code', '..', {})).rejects.toThrow('No mail is called');
});

test.each(readdirSync(new URL('../src/content/mails', import.meta.url)))(
  'the sign-in mail says code, link and time in %s, and nothing of it in the subject',
  async (locale) => {
    const mail = await renderMail('sign-in-code', locale, {
      code: '12345678',
      link: 'https://l/',
      minutes: 10,
    });
    expect(mail.text).toMatch(/^12345678$/m);
    expect(mail.text).toMatch(/^https:\/\/l\/$/m);
    expect(mail.subject).not.toMatch(/\d/);
  },
);

test.each(Object.entries(mailWordsFiles()))('%s has the words of today', (path, text) => {
  const file = readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
  expect(file === text, 'Run node scripts/make-mail-words.ts').toBe(true);
});
