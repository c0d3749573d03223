import type { ComponentChildren } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import { shareLevels, type ShareLevel } from '../../schemas/referral.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import type { Form } from '../../ui/useForm.ts';
import { useSay, Words } from '../../ui/words.tsx';

/** What the partner may see: nothing, that I applied, or also what is decided. */
export function ShareField({ form, partner }: { form: Form<{ level: ShareLevel }>; partner: string }) {
  const say = useSay();
  return (
    <NamedFor partner={partner}>
      <ChoiceField
        form={form}
        name="level"
        label="referral.shares"
        hint="referral.shares.hint"
        choices={shareLevels.map((value) => ({ value, label: say(`referral.shares.${value}`) }))}
      />
    </NamedFor>
  );
}

/** A field says its label without holes, so the partner's name is put in before. */
function NamedFor({ partner, children }: { partner: string; children: ComponentChildren }) {
  const spoken = useContext(Words);
  const named = useMemo(() => {
    const label = (spoken.words['referral.shares'] ?? '').replace('{partner}', partner);
    return { ...spoken, words: { ...spoken.words, 'referral.shares': label } };
  }, [spoken, partner]);
  return <Words.Provider value={named}>{children}</Words.Provider>;
}
