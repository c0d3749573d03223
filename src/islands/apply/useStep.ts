import { useEffect, useState } from 'preact/hooks';

/** The step that the address names after its #, so that back and forward work. Empty at first. */
export function useStep(): [step: string, go: (step: string) => void] {
  const [step, setStep] = useState(location.hash.slice(1));
  useEffect(() => {
    const follow = () => setStep(location.hash.slice(1));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const go = (next: string) => {
    location.hash = next;
  };
  return [step, go];
}
