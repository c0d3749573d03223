/** The forms as they are, and programmes that ask for this or that: what the tests of this folder begin with. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { form, type Part } from '../../schemas/form.ts';
import type { PageProgramme } from './model.ts';
import { pageForm } from './page-form.ts';

export const file = (part: Part) => form.parse(parse(readFileSync(`src/content/forms/${part}.yaml`, 'utf8')));
export const mentee = pageForm(file('mentee'));

export const programme = (key: string, wants: PageProgramme['wants']): PageProgramme => ({
  key,
  title: key,
  forWhom: '',
  country: '',
  regions: [],
  wants,
  asks: [],
  course: [],
  days: 42,
  byPartner: false,
  rounds: null,
});
export const skilled = programme('highly-skilled', ['education', 'status', 'language']);
