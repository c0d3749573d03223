import type { z } from 'zod';
import { article, sitePage } from '../../schemas/article.ts';
import { authority } from '../../schemas/country.ts';
import { course } from '../../schemas/course.ts';
import { evidence } from '../../schemas/evidence.ts';
import { fieldFile } from '../../schemas/field.ts';
import { figure } from '../../schemas/figure.ts';
import { form } from '../../schemas/form.ts';
import { countryGrouping } from '../../schemas/grouping.ts';
import { module } from '../../schemas/module.ts';
import { news, question } from '../../schemas/news.ts';
import { placeFile } from '../../schemas/place.ts';
import { programmeWords } from '../../schemas/programme-words.ts';
import { programme } from '../../schemas/programme.ts';
import { story } from '../../schemas/story.ts';
import { term } from '../../schemas/term.ts';
import { tool, toolWords } from '../../schemas/tool.ts';

/** A folder of `src/content`: facts are one file for all languages, words one file in each language's folder. */
export interface Collection {
  /** What it holds, for the people who write in it. */
  what: string;
  facts?: z.ZodType;
  words?: z.ZodType;
  /** How the files of words are named; `.md` has front matter and a body. */
  extension?: 'md' | 'yaml';
}

/** Every folder that editors change, with what its files must look like. Mails have tests of their own. */
const collections = {
  handbook: {
    what: 'An article for one audience, in its place on the way.',
    words: article,
    extension: 'md',
  },
  modules: {
    what: 'A job-search module: fifteen minutes to read, an exercise, a checklist and a question for the mentor.',
    words: module,
    extension: 'md',
  },
  tools: { what: 'A sheet to fill in or print.', facts: tool, words: toolWords, extension: 'yaml' },
  stories: {
    what: 'A documented course or account, retold in our own words.',
    words: story,
    extension: 'md',
  },
  evidence: {
    what: 'A page of published results, with the figures it shows.',
    words: evidence,
    extension: 'md',
  },
  figures: { what: 'A published table, drawn as a chart and printed as a table.', facts: figure },
  news: { what: 'A piece of news.', words: news, extension: 'md' },
  questions: {
    what: 'A question people ask; the title is the question, the body the answer.',
    words: question,
    extension: 'md',
  },
  glossary: { what: 'A word, and what we mean by it.', facts: term },
  programmes: {
    what: 'A programme: its rules in one file, which [programmes.md](programmes.md) tells line by line, and its page.',
    facts: programme,
    words: programmeWords,
    extension: 'md',
  },
  courses: { what: 'A few questions to a text, for whoever gets ready in a programme.', facts: course },
  forms: { what: 'What we ask somebody who applies, as a mentee or as a mentor.', facts: form },
  pages: { what: 'A page of the site itself.', words: sitePage, extension: 'md' },
  authorities: { what: 'A public body that country boxes name.', facts: authority },
  fields: { what: 'Fields of work, with the words people search them by.', facts: fieldFile },
  groupings: {
    what: 'Which countries stand together in figures, from which day, and whose term that is.',
    facts: countryGrouping,
  },
  places: { what: 'A country with its regions and municipalities.', facts: placeFile },
} satisfies Record<string, Collection>;
export type CollectionName = keyof typeof collections;

export const collectionNames = Object.keys(collections) as CollectionName[];

/** The same list, where it does not matter which collection it is. */
export const collection = (name: CollectionName): Collection => collections[name];
