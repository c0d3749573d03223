import { act, keep, read } from '../../lib/api/client.ts';
import type { Part } from '../../schemas/form.ts';
import type { Locale } from '../../schemas/vocabulary.ts';
import type { Answers } from './model.ts';
import type { MyApplications, Saved, Sent } from './rows.ts';

/** Everything I have applied for, drafts too. @throws Refusal */
export const readMyApplications = () => read<MyApplications>('my_applications');

/** Begins an application, or answers the living one. @throws Refusal */
export const beginApplication = (programme: string, part: Part, locale: Locale) =>
  act<string>('begin_application', { programme, part, locale });

/**
 * Keeps what has been answered so far; no screen shows it yet.
 * @throws Refusal `application_changed` if another window has saved since `revision`
 */
export const saveApplication = (application: string, answers: Answers, revision: number) =>
  keep<Saved>('save_application', { application, answers, revision });

/** Sends it, once however often it is asked; or tells what is missing. @throws Refusal */
export const sendApplication = (application: string) => act<Sent>('send_application', { application });

/** Takes it back; a draft is deleted. @throws Refusal */
export const withdrawApplication = (application: string) => act('withdraw_application', { application });

/** Takes back what I told of my life, and the yes to it. @throws Refusal */
export const takeBackLife = (application: string) => act('take_back_life', { application });

/** Answers a coordinator's question. @throws Refusal */
export const answerApplication = (application: string, message: string) =>
  act('answer_application', { application, message });

/** Says that what came first is done; empty words are none. @throws Refusal */
export const resumeApplication = (application: string, message: string) =>
  act('resume_application', { application, message });

/** Says yes to one of the proposed times. @throws Refusal */
export const chooseInterview = (application: string, at: string) =>
  act('choose_interview', { application, at });

/** Tells me by mail when the next round opens, once; or does not. @throws Refusal */
export const remindMe = (programme: string, wanted: boolean, locale: Locale) =>
  act('remind_me', { programme, wanted, locale });

/** Tells me by mail when its programme may fit, once. Answers the day. @throws Refusal `fits_never` */
export const remindWhenItFits = (application: string, locale: Locale) =>
  keep<string>('remind_when_it_fits', { application, locale });

/** Gives up a place that is not open yet. @throws Refusal `place_is_open` */
export const giveUpPlace = (part: Part) => act('give_up_place', { part });

/** Goes on alone with what a coordinator has written down. @throws Refusal */
export const takeOver = (application: string) => act('take_over_application', { application });
