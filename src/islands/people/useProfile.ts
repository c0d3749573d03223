import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { profileField } from '../../features/people/profile-field.ts';
import type { Typed } from '../../features/people/typed.ts';
import type { Standing } from '../../lib/api/rows.ts';
import { useForm } from '../../ui/useForm.ts';
import { useOtherTabs } from './useOtherTabs.ts';

interface Options<V extends Typed> {
  part: 'mentee' | 'mentor';
  start: V;
  schema: z.ZodMiniType;
  save: (values: V) => Promise<Standing>;
}

/** A profile's form and, once it is saved, where the person stands; the same in every tab. */
export function useProfile<V extends Typed>({ part, start, schema, save }: Options<V>) {
  const [standing, setStanding] = useState<Standing | null>(null);
  const tabs = useOtherTabs<V, Standing>(part, {
    typed: (values) => form.replace(values),
    saved: setStanding,
  });
  const form = useForm<V>({
    id: part,
    start,
    schema,
    draft: part,
    typed: tabs.typed,
    fieldOf: (refusal) => profileField(refusal) as (keyof V & string) | undefined,
    async send(values) {
      const now = await save(values);
      setStanding(now);
      tabs.saved(now);
    },
  });
  return { form, standing, change: () => setStanding(null) };
}
