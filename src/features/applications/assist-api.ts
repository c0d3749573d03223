import { act, keep, read } from '../../lib/api/client.ts';
import type { Part } from '../../schemas/form.ts';
import { spokenConsent, type Beginning } from './assist.ts';
import type { Answers } from './model.ts';
import type { MyAssisted, Saved, Sent } from './rows.ts';

/** What I write down with others now, and my desks. @throws Refusal `not_a_coordinator` */
export const readAssisted = () => read<MyAssisted>('my_assisted');

/** Begins after the person's yes, or answers what was begun. @throws Refusal `applies_already` */
export const beginAssisted = (
  part: Part,
  { programme, shown_name, address, locale, how, consent }: Beginning,
) =>
  act<string>('begin_assisted', {
    programme,
    part,
    shown_name: shown_name.trim(),
    address: address.trim(),
    locale,
    how,
    consent: consent ? spokenConsent : null,
  });

/** As `saveApplication`. @throws Refusal `application_taken_over` */
export const saveAssisted = (application: string, answers: Answers, revision: number) =>
  keep<Saved>('save_assisted', { application, answers, revision });

/** As `sendApplication`. @throws Refusal */
export const sendAssisted = (application: string) => act<Sent>('send_assisted', { application });

/** Deletes the draft. @throws Refusal */
export const dropAssisted = (application: string) => act('drop_assisted', { application });
