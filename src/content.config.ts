import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { article, sitePage } from './schemas/article.ts';
import { countryGrouping } from './schemas/grouping.ts';
import { authority } from './schemas/country.ts';
import { course } from './schemas/course.ts';
import { evidence } from './schemas/evidence.ts';
import { fieldFile } from './schemas/field.ts';
import { figure } from './schemas/figure.ts';
import { form } from './schemas/form.ts';
import { module } from './schemas/module.ts';
import { news, question } from './schemas/news.ts';
import { placeFile } from './schemas/place.ts';
import { programmeWords } from './schemas/programme-words.ts';
import { programme } from './schemas/programme.ts';
import { story } from './schemas/story.ts';
import { term } from './schemas/term.ts';
import { tool, toolWords } from './schemas/tool.ts';

const facts = (folder: string) => glob({ base: `src/content/${folder}`, pattern: '*.yaml' });
const inEachLanguage = (folder: string, extension: string) =>
  glob({
    base: `src/content/${folder}`,
    pattern: `*/*.${extension}`,
    // While somebody writes, a text becomes HTML when it is looked at: Astro reads the store of all texts anew after each
    // change, and of 1,000 it is half as large without their HTML. A build wants all of them, and is quicker by the store.
    deferRender: import.meta.env.DEV,
    generateId: ({ entry }) => entry.replace(/\.[a-z]+$/, ''),
  });
const prose = (folder: string) => inEachLanguage(folder, 'md');

/** Facts have one file; prose has one per language, `<lang>/<slug>`. A key that no schema names fails the build. */
export const collections = {
  programmes: defineCollection({ loader: facts('programmes'), schema: programme }),
  programmeWords: defineCollection({ loader: prose('programmes'), schema: programmeWords }),
  courses: defineCollection({ loader: facts('courses'), schema: course }),
  fields: defineCollection({ loader: facts('fields'), schema: fieldFile }),
  places: defineCollection({ loader: facts('places'), schema: placeFile }),
  groupings: defineCollection({ loader: facts('groupings'), schema: countryGrouping }),
  handbook: defineCollection({ loader: prose('handbook'), schema: article }),
  authorities: defineCollection({ loader: facts('authorities'), schema: authority }),
  modules: defineCollection({ loader: prose('modules'), schema: module }),
  tools: defineCollection({ loader: facts('tools'), schema: tool }),
  toolWords: defineCollection({ loader: inEachLanguage('tools', 'yaml'), schema: toolWords }),
  stories: defineCollection({ loader: prose('stories'), schema: story }),
  figures: defineCollection({ loader: facts('figures'), schema: figure }),
  evidence: defineCollection({ loader: prose('evidence'), schema: evidence }),
  news: defineCollection({ loader: prose('news'), schema: news }),
  questions: defineCollection({ loader: prose('questions'), schema: question }),
  glossary: defineCollection({ loader: facts('glossary'), schema: term }),
  forms: defineCollection({ loader: facts('forms'), schema: form }),
  pages: defineCollection({ loader: prose('pages'), schema: sitePage }),
};
