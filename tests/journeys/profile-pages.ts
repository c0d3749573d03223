import type { Page } from 'playwright-core';
import { t } from '../../src/i18n/t.ts';
import type { Locale } from '../../src/schemas/vocabulary.ts';

/** Saves a profile's form. */
export const save = (page: Page, lang: Locale) =>
  page.getByRole('button', { name: t(lang, 'people')('people.save') }).click();

/** Until it is said that the profile is saved. */
export const saved = (page: Page, lang: Locale) =>
  page.getByRole('heading', { name: t(lang, 'people')('people.done') }).waitFor();

/** Until the server has what was typed. */
export const kept = (page: Page, lang: Locale) => page.getByText(t(lang, 'people')('people.kept')).waitFor();
