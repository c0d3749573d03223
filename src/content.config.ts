import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { article, sitePage } from './schemas/article.ts';
import { fieldFile } from './schemas/field.ts';
import { placeFile } from './schemas/place.ts';
import { programme, programmeWords } from './schemas/programme.ts';

const facts = (folder: string) => glob({ base: `src/content/${folder}`, pattern: '*.yaml' });
const prose = (folder: string) =>
  glob({
    base: `src/content/${folder}`,
    pattern: '*/*.md',
    generateId: ({ entry }) => entry.replace(/\.md$/, ''),
  });

/** Facts have one file; prose has one per language, `<lang>/<slug>`. A key that no schema names fails the build. */
export const collections = {
  programmes: defineCollection({ loader: facts('programmes'), schema: programme }),
  programmeWords: defineCollection({ loader: prose('programmes'), schema: programmeWords }),
  fields: defineCollection({ loader: facts('fields'), schema: fieldFile }),
  places: defineCollection({ loader: facts('places'), schema: placeFile }),
  handbook: defineCollection({ loader: prose('handbook'), schema: article }),
  pages: defineCollection({ loader: prose('pages'), schema: sitePage }),
};
