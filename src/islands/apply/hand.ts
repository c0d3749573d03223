import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { readMyApplications, saveApplication, sendApplication } from '../../features/applications/api.ts';
import { readAssisted, saveAssisted, sendAssisted } from '../../features/applications/assist-api.ts';
import type { MyApplication } from '../../features/applications/rows.ts';

/** Who writes: the person herself, or a coordinator with her. The form is the same. */
export interface Hand {
  read: (id: string) => Promise<MyApplication | undefined>;
  save: typeof saveApplication;
  send: typeof sendApplication;
}
const among = (applications: MyApplication[], id: string) => applications.find((one) => one.id === id);

const ownHand: Hand = {
  read: async (id) => among((await readMyApplications()).applications, id),
  save: saveApplication,
  send: sendApplication,
};
export const coordinatorsHand: Hand = {
  read: async (id) => among((await readAssisted()).applications, id),
  save: saveAssisted,
  send: sendAssisted,
};
export const HandOf = createContext(ownHand);
export const useHand = () => useContext(HandOf);
