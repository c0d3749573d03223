import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { getCollection } from 'astro:content';
import { nextDay } from '../../features/reading/events.ts';
import { readable } from '../../i18n/fallback.ts';
import { everyLanguage } from '../../i18n/paths.ts';
import { t } from '../../i18n/t.ts';
import { path } from '../../lib/urls.ts';
import type { Locale } from '../../schemas/vocabulary.ts';

export const getStaticPaths = everyLanguage;

/** News in one language, newest first, for whoever follows us in a reader of their own. */
export async function GET({ props, site }: APIContext<{ lang: Locale }>): Promise<Response> {
  const { lang } = props;
  const say = t(lang, 'news');
  const today = new Date().toISOString().slice(0, 10);
  const news = readable(await getCollection('news'), lang)
    .filter(
      ({ textLang, entry: { data } }) => textLang === lang && (!data.event || nextDay(data.event, today)),
    )
    .toSorted((a, b) => b.entry.data.date.valueOf() - a.entry.data.date.valueOf());
  return rss({
    title: `${t(lang, 'site')('name')}: ${say('title')}`,
    description: say('lead'),
    site: site ?? 'http://localhost:4321',
    customData: `<language>${lang}</language>`,
    items: news.map(({ slug, entry }) => ({
      title: entry.data.title,
      description: entry.data.summary,
      pubDate: entry.data.date,
      link: path(lang, 'news', slug),
    })),
  });
}
