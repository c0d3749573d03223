import { useState } from 'preact/hooks';
import { Island } from '../../ui/Island.tsx';
import { Thanks } from '../../ui/Thanks.tsx';
import type { Spoken } from '../../ui/words.tsx';
import { AskForm, type Choices } from './AskForm.tsx';

type Props = Spoken & Choices;

/** Asking us without an account. */
export default function Ask({ programmes, countries, ...spoken }: Props) {
  const [asked, setAsked] = useState(false);
  return (
    <Island {...spoken}>
      {asked ? (
        <Thanks
          title="enquiry.done"
          text="enquiry.done.text"
          again="enquiry.again"
          back={() => setAsked(false)}
        />
      ) : (
        <AskForm programmes={programmes} countries={countries} sent={() => setAsked(true)} />
      )}
    </Island>
  );
}
