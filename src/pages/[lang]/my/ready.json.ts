import type { APIRoute } from 'astro';
import { getCollection, getEntry } from 'astro:content';
import type { About, PageCourse, PageProgramme } from '../../../features/onboarding/about.ts';
import { followUp } from '../../../features/programmes/frame-limits.ts';
import { originalLocale } from '../../../i18n/locales.ts';
import { everyLanguage } from '../../../i18n/paths.ts';
import { t } from '../../../i18n/t.ts';
import { path } from '../../../lib/urls.ts';
import type { Programme } from '../../../schemas/programme.ts';
import type { Locale } from '../../../schemas/vocabulary.ts';

export const getStaticPaths = everyLanguage;

/** What somebody who gets ready is told and asked: one file a language, so that no page has to carry it. */
export const GET: APIRoute<{ lang: Locale }> = async ({ props: { lang } }) => {
  const programmes = await getCollection('programmes');
  const told = await Promise.all(programmes.map(async ({ id, data }) => [id, await tell(lang, data)]));
  const about = Object.fromEntries(told) as About;
  return new Response(JSON.stringify(about), { headers: { 'Content-Type': 'application/json' } });
};

async function tell(lang: Locale, programme: Programme): Promise<PageProgramme> {
  const words = await inLanguage('programmeWords', lang, programme.key);
  const { mentee, mentor } = programme.onboarding;
  const courses = (slugs: string[]) => Promise.all(slugs.map((slug) => course(lang, slug)));
  return {
    title: words.data.title,
    limits: words.data.do_not_expect,
    follow: followUp(programme, { lang, say: t(lang, 'programme'), region: (key) => key }).map(
      ({ label, lines }) => ({ when: label, what: lines.join(' ') }),
    ),
    self: programme.matching.modes.includes('self'),
    courses: { mentee: await courses(mentee.course), mentor: await courses(mentor.course) },
  };
}

/** Words a minute, in a language one is learning. */
const pace = 130;

async function course(lang: Locale, slug: string): Promise<PageCourse> {
  const found = await getEntry('courses', slug);
  if (!found) throw new Error(`Write src/content/courses/${slug}.yaml`);
  const [collection = '', name = ''] = found.data.text.split('/');
  const text = await inLanguage(collection as 'handbook' | 'modules', lang, name);
  return {
    title: text.data.title,
    summary: text.data.summary,
    href: path(lang, collection, name),
    minutes: Math.ceil((text.body ?? '').split(/\s+/).length / pace),
    questions: found.data.questions.map(({ ask, answers, because }) => ({
      ask: ask[lang],
      answers: answers.map((answer) => ({ text: answer.text[lang], right: answer.right })),
      because: because[lang],
    })),
  };
}

/** The text in this language, or in English. */
async function inLanguage<C extends 'programmeWords' | 'handbook' | 'modules'>(
  collection: C,
  lang: Locale,
  slug: string,
) {
  const text =
    (await getEntry(collection, `${lang}/${slug}`)) ??
    (await getEntry(collection, `${originalLocale}/${slug}`));
  if (!text) throw new Error(`There is no ${collection}/${slug}`);
  return text;
}
