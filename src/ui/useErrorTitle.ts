import { useLayoutEffect } from 'preact/hooks';
import { useSay } from './words.tsx';

/** In how many forms of the page something is wrong. */
let wrongForms = 0;

/** “Error: ” before the page's title as long as something is wrong in any form; what the title is may change meanwhile. */
export function useErrorTitle(wrong: boolean) {
  const say = useSay();
  useLayoutEffect(() => {
    if (!wrong) return;
    const error = say('form.error-title', { title: '' });
    if (wrongForms++ === 0) document.title = error + document.title;
    return () => {
      if (--wrongForms === 0) document.title = document.title.replace(error, '');
    };
  }, [wrong]);
}
