import type { z } from 'zod';
import { article, sitePage } from '../../schemas/article.ts';
import { evidence } from '../../schemas/evidence.ts';
import { fieldFile } from '../../schemas/field.ts';
import { figure } from '../../schemas/figure.ts';
import { authority, module } from '../../schemas/module.ts';
import { news, question } from '../../schemas/news.ts';
import { placeFile } from '../../schemas/place.ts';
import { programme, programmeWords } from '../../schemas/programme.ts';
import { story } from '../../schemas/story.ts';
import { term } from '../../schemas/term.ts';
import { tool, toolWords } from '../../schemas/tool.ts';

/** A folder of `src/content`: facts are one file for all languages, words one file in each language's folder. */
export interface Collection {
  facts?: z.ZodType;
  words?: z.ZodType;
  /** How the files of words are named; `.md` has front matter and a body. */
  extension?: 'md' | 'yaml';
}

/** Every folder that editors change, with what its files must look like. Mails have tests of their own. */
export const collections = {
  handbook: { words: article, extension: 'md' },
  modules: { words: module, extension: 'md' },
  tools: { facts: tool, words: toolWords, extension: 'yaml' },
  stories: { words: story, extension: 'md' },
  evidence: { words: evidence, extension: 'md' },
  figures: { facts: figure },
  news: { words: news, extension: 'md' },
  questions: { words: question, extension: 'md' },
  glossary: { facts: term },
  programmes: { facts: programme, words: programmeWords, extension: 'md' },
  pages: { words: sitePage, extension: 'md' },
  authorities: { facts: authority },
  fields: { facts: fieldFile },
  places: { facts: placeFile },
} satisfies Record<string, Collection>;
export type CollectionName = keyof typeof collections;

export const collectionNames = Object.keys(collections) as CollectionName[];

/** The same list, where it does not matter which collection it is. */
export const collection = (name: CollectionName): Collection => collections[name];
