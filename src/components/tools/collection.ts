import { getCollection, type CollectionEntry } from 'astro:content';
import { problemsOf } from '../../lib/sheet-words.ts';
import { readable, type Readable } from '../../i18n/fallback.ts';
import type { Tool } from '../../schemas/tool.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

/** A sheet as a reader of one language gets it: its words, and the bones that all languages share. */
interface ToolSheet extends Readable<CollectionEntry<'toolWords'>> {
  bones: Tool;
}

/**
 * All sheets for one language.
 * @throws with file and repair, if words and bones do not fit
 */
export async function toolSheets(lang: Locale): Promise<ToolSheet[]> {
  const bones = new Map((await getCollection('tools')).map(({ id, data }) => [id, data]));
  const words = await getCollection('toolWords');
  const english = new Map(readable(words, 'en').map(({ slug, entry }) => [slug, entry.data]));
  return readable(words, lang).map((sheet) => {
    const own = bones.get(sheet.slug);
    const original = english.get(sheet.slug);
    if (!own || !original)
      throw new Error(`Write src/content/tools/${sheet.slug}.yaml, the bones of the sheet`);
    const [problem] = problemsOf(sheet.slug, own, sheet.entry.data, original);
    if (problem)
      throw new Error(
        `src/content/tools/${sheet.entry.id}.yaml, part “${problem.part}”: ${problem.what}. ${problem.repair}`,
      );
    return { ...sheet, bones: own };
  });
}
