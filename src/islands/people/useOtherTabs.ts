import { useEffect, useRef } from 'preact/hooks';
import { $session } from '../../features/session/store.ts';

type Message<V, R> = { say: 'hello' } | { say: 'typed'; values: V } | { say: 'saved'; result: R };
interface Hears<V, R> {
  typed: (values: V) => void;
  saved: (result: R) => void;
}

/**
 * Two tabs with the same form are one form: what is typed in one stands in the other, so neither can overwrite the
 * other's draft with something older, and both know when it has been sent. Only what a person types is told, never
 * what was heard: tabs that answered one another would never stop.
 */
export function useOtherTabs<V, R>(name: string, hears: Hears<V, R>) {
  const channel = useRef<BroadcastChannel | null>(null);
  const ears = useRef(hears);
  ears.current = hears;
  const latest = useRef<V | null>(null);

  useEffect(() => {
    const other = new BroadcastChannel(`fotfeste-${name}-${$session.get()?.user.id ?? ''}`);
    const say = (message: Message<V, R>) => other.postMessage(message);
    other.onmessage = ({ data }: MessageEvent<Message<V, R>>) => {
      if (data.say === 'saved') ears.current.saved(data.result);
      if (data.say === 'hello' && latest.current) say({ say: 'typed', values: latest.current });
      if (data.say !== 'typed') return;
      latest.current = data.values;
      ears.current.typed(data.values);
    };
    say({ say: 'hello' });
    channel.current = other;
    return () => other.close();
  }, [name]);

  const tell = (message: Message<V, R>) => channel.current?.postMessage(message);
  return {
    typed(values: V) {
      latest.current = values;
      tell({ say: 'typed', values });
    },
    saved(result: R) {
      latest.current = null;
      tell({ say: 'saved', result });
    },
  };
}
