import { useEffect, useRef } from 'preact/hooks';
import { $session } from '../../features/session/store.ts';
import type { Form } from '../../ui/useForm.ts';

type Message<V, R> = { say: 'hello' } | { say: 'typed'; values: V } | { say: 'saved'; result: R };

/**
 * Two tabs with the same form are one form: what is typed in one stands in the other, so neither can overwrite the
 * other's draft with something older, and both know when it has been sent.
 */
export function useOtherTabs<V extends object, R>(name: string, form: Form<V>, saved: (result: R) => void) {
  const channel = useRef<BroadcastChannel | null>(null);
  const now = useRef({ form, saved });
  now.current = { form, saved };
  // What needs no telling: the beginning, and what another tab has told.
  const known = useRef(form.values);
  const typed = useRef(false);

  useEffect(() => {
    const other = new BroadcastChannel(`fotfeste-${name}-${$session.get()?.user.id ?? ''}`);
    other.onmessage = ({ data }: MessageEvent<Message<V, R>>) => {
      const { form, saved } = now.current;
      if (data.say === 'saved') saved(data.result);
      if (data.say === 'hello' && typed.current) other.postMessage({ say: 'typed', values: form.values });
      if (data.say !== 'typed') return;
      known.current = data.values;
      typed.current = true;
      form.replace(data.values);
    };
    other.postMessage({ say: 'hello' });
    channel.current = other;
    return () => other.close();
  }, [name]);

  useEffect(() => {
    if (form.values === known.current) return;
    known.current = form.values;
    typed.current = true;
    channel.current?.postMessage({ say: 'typed', values: form.values });
  }, [form.values]);

  return (result: R) => channel.current?.postMessage({ say: 'saved', result });
}
