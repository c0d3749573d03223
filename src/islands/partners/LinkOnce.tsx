import { useEffect, useRef } from 'preact/hooks';
import { linkTo } from '../../features/referrals/model.ts';
import { dateWords } from '../../lib/dates.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { useSay } from '../../ui/words.tsx';
import type { Made } from './Partners.tsx';

/** A partner's link, shown this once. */
export function LinkOnce({ made: { partner, secret, until }, done }: { made: Made; done: () => void }) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <section class="sheet">
      <h2 ref={heading} tabIndex={-1}>
        {say('partners.link', { partner })}
      </h2>
      <CopyText
        label={say('partners.link', { partner })}
        labelled
        hint={say('partners.link.text', { day: dateWords(say.lang, until) })}
        text={linkTo.refer(location.origin, say.lang, secret)}
        button="partners.copy"
        done="partners.copied"
      />
      <button type="button" class="link" onClick={done}>
        {say('partners.link.done')}
      </button>
    </section>
  );
}
