import { useEffect, useState } from 'preact/hooks';
import { isPaused } from '../../features/people/next.ts';
import { myPage } from '../../features/people/store.ts';
import type { MyPage } from '../../lib/api/rows.ts';
import { path } from '../../lib/urls.ts';
import { Island } from '../../ui/Island.tsx';
import { ScreenOf } from '../../ui/ScreenOf.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSay, type Spoken } from '../../ui/words.tsx';
import { BackgroundSection } from '../backgrounds/BackgroundForm.tsx';
import type { Options } from '../backgrounds/Facts.tsx';
import { IntroductionSection } from '../introductions/IntroductionForm.tsx';
import { Blocked } from './Blocked.tsx';
import { ContactForm } from './ContactForm.tsx';
import { LocaleForm } from './LocaleForm.tsx';
import { NewsletterChoice } from './NewsletterChoice.tsx';
import { Sessions } from './Sessions.tsx';

/** What the other sees after a yes, one's background, what visitors see, the language of mails, newsletters, whom one does not want to meet, where one is signed in, and what is stored. */
export default function Settings({ options, ...props }: Spoken & { options: Options }) {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(true), []);
  return (
    <Island {...props}>
      {open ? (
        <ScreenOf of={myPage}>
          {(page) => (
            <div class="settings">
              {page.person ? <ContactForm person={page.person} /> : <ContactLater />}
              <BackgroundSection page={page} options={options} />
              {page.mentor?.standing === 'approved' && <IntroductionSection paused={isPaused(page.mentor)} />}
              {page.person && <LocaleForm person={page.person} />}
              {(page.newsletters_since || takesPart(page)) && (
                <NewsletterChoice since={page.newsletters_since} />
              )}
              {page.person && <Blocked blocked={page.blocked} />}
              <Sessions coordinator={page.desks.length > 0} />
              <Stored />
            </div>
          )}
        </ScreenOf>
      ) : (
        <Skeleton lines={8} />
      )}
    </Island>
  );
}

const takesPart = ({ mentee, mentor }: MyPage) =>
  [mentee, mentor].some((place) => place && place.standing !== 'left');

function ContactLater() {
  const say = useSay();
  return (
    <section class="sheet">
      <h2>{say('people.apply-first')}</h2>
      <p>{say('people.contact-later')}</p>
      <p class="buttons">
        <a class="button" href={path(say.lang, 'apply', 'mentee')}>
          {say('people.apply-first.mentee')}
        </a>
        <a class="button quiet" href={path(say.lang, 'apply', 'mentor')}>
          {say('people.apply-first.mentor')}
        </a>
      </p>
    </section>
  );
}

function Stored() {
  const say = useSay();
  return (
    <section class="sheet">
      <h2>{say('people.stored.title')}</h2>
      <p>{say('people.stored.text')}</p>
      <p>
        <a href={path(say.lang, 'privacy')}>{say('people.stored.link')}</a>
      </p>
    </section>
  );
}
