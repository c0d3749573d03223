import { read } from '../../lib/api/client.ts';
import type { FoundPeople, OnePerson, PageStart } from './people-model.ts';

/** People at my desks, fifty at most: those named like the words, in what is asked for. @throws Refusal `not_a_coordinator` */
export const findPeople = (words: string, doing: string, after: PageStart | null) =>
  read<FoundPeople>('desk_people', { words: words || null, doing: doing || null, after });

/** One of them with all that the desk may see. @throws Refusal `person_unknown` */
export const readPerson = (person: string) => read<OnePerson>('desk_person', { person });
