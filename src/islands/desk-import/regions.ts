import { createContext } from 'preact';

/** The regions of each programme. */
export const Regions = createContext<Record<string, string[]>>({});
