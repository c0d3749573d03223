import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Way } from '../../features/imports/store.ts';
import { useSay } from '../../ui/words.tsx';

const steps = ['file', 'columns', 'look', 'done'] as const;

/** The four stones of the way, and on which one I stand. */
export function Steps({ at }: { at: Way['at'] }) {
  const say = useSay();
  const now = steps.indexOf(at);
  return (
    <ol class="plain import-steps" aria-label={say('imports.steps')}>
      {steps.map((step, nr) => (
        <li key={step} class={nr < now ? 'past' : undefined} aria-current={nr === now ? 'step' : undefined}>
          {say(`imports.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}

/** The heading of a step; a new step begins here, also for the keyboard. The first one leaves the page as it came. */
export function StepTitle({ first = false, children }: { first?: boolean; children: ComponentChildren }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) title.current?.focus();
  }, []);
  return (
    <h2 ref={title} tabIndex={-1}>
      {children}
    </h2>
  );
}
