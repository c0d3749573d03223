import { useLayoutEffect } from 'preact/hooks';
import { useSay } from './words.tsx';

/** “Error: ” before the page's title as long as something is wrong. */
export function useErrorTitle(wrong: boolean) {
  const say = useSay();
  useLayoutEffect(() => {
    if (!wrong) return;
    const plain = document.title;
    document.title = say('form.error-title', { title: plain });
    return () => {
      document.title = plain;
    };
  }, [wrong]);
}
