import { useEffect, useState } from 'preact/hooks';

/** The secret a link carries in its fragment: null until the page is awake, empty where there is none. */
export function useSecret(read: (hash: string) => string): string | null {
  const [secret, setSecret] = useState<string | null>(null);
  useEffect(() => {
    const look = () => setSecret(read(location.hash));
    look();
    // Another link, pasted into the same tab.
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return secret;
}
