import type { ComponentChildren } from 'preact';
import { Status } from './status.tsx';
import { Words, type Spoken } from './words.tsx';

/** The outermost element of every island: its words, and where it announces what it did. */
export function Island({ lang, words, children }: Spoken & { children: ComponentChildren }) {
  return (
    <Words.Provider value={{ lang, words }}>
      {children}
      <Status />
    </Words.Provider>
  );
}
