/** Verb × person for getting ready and pictures, as in `matrix-verbs.ts`. */
import { id } from './cast.ts';
import type { Verb } from './matrix-verbs.ts';

const steps = `update public.programmes set rules = rules || '{"onboarding": {"mentee": {"steps": ["course", "boundaries", "readiness"]},
  "mentor": {"steps": ["certificate", "course", "readiness"]}}}' where key = 'free'`;
const onlyReadiness = `update public.programmes set rules = rules || '{"onboarding": {"mentee": {"steps": ["course", "readiness"]}}}' where key = 'free'`;

export const onboardingVerbs: Record<string, Verb> = {
  // Herself: Walid gets ready as a mentee
  my_preparations: { call: () => 'my_preparations()', may: 'all' },
  finish_step: {
    before: () => steps,
    call: () => `finish_step('mentee', 'boundaries')`,
    may: ['walid'],
    else: 'preparation_unknown',
  },
  say_ready: {
    before: () => onlyReadiness,
    call: () => `say_ready('mentee', true)`,
    may: ['walid'],
    else: 'preparation_unknown',
  },
  give_up_place: {
    call: () => `give_up_place('mentee')`,
    may: ['walid'],
    else: 'preparation_unknown',
  },
  say_expectations: {
    call: () => `say_expectations('mentee', '{regular}', null)`,
    may: ['amina', 'dawit', 'nils', 'sol', 'walid'],
    else: 'preparation_unknown',
  },
  save_picture: { call: () => `save_picture('nothing')`, may: [], else: 'picture_unsound' },
  choose_shape: {
    call: () => `choose_shape(4)`,
    may: ['alma', 'amina', 'dawit', 'kari', 'jonas', 'nils', 'mette', 'sol', 'tove', 'pia', 'lin', 'wanda', 'walid', 'ingrid', 'torstein', 'birthe'],
    else: 'apply_first',
  },
  pictures_of: { call: () => `pictures_of(array['${id.kari}']::uuid[])`, may: 'all' },

  // Her coordinator: Wanda gets ready as a mentor
  tick_gate: {
    before: () => steps,
    call: () => `tick_gate('${id.wanda}', 'certificate', current_date)`,
    may: ['ingrid'],
    else: 'mentor_unknown',
  },
  note_first_call: {
    call: () => `note_first_call('${id.wanda}')`,
    may: ['ingrid'],
    else: 'mentor_unknown',
  },
}; // prettier-ignore
