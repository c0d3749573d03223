import type { Asked } from '../../features/enquiries/model.ts';
import { number } from '../../i18n/format.ts';
import { localeFacts } from '../../i18n/locales.ts';
import { enquiryTopics } from '../../schemas/enquiry.ts';
import { locales } from '../../schemas/vocabulary.ts';
import { useSay } from '../../ui/words.tsx';

/** How many asked about what, by the language of the answer. */
export function Counts({ counts }: { counts: Asked[] }) {
  const say = useSay();
  const told = (topic: string, locale: string) => {
    const found = counts.find((one) => one.topic === topic && one.locale === locale);
    if (!found) return number(say.lang, 0);
    return found.asked === null ? say('desk-enquiries.few') : number(say.lang, found.asked);
  };
  return (
    <div class="desk-section">
      <h2 id="counts-title">{say('desk-enquiries.counts')}</h2>
      <p class="desk-lead">{say('desk-enquiries.counts.lead')}</p>
      <div class="counts" role="region" aria-labelledby="counts-title" tabIndex={0}>
        <table aria-labelledby="counts-title">
          <thead>
            <tr>
              <th scope="col">{say('enquiry.topic')}</th>
              {locales.map((locale) => (
                <th key={locale} scope="col" lang={locale}>
                  {localeFacts[locale].name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {enquiryTopics.map((topic) => (
              <tr key={topic}>
                <th scope="row">{say(`enquiry.topic.${topic}`)}</th>
                {locales.map((locale) => (
                  <td key={locale}>{told(topic, locale)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
