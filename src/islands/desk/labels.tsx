import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { languageName } from '../../i18n/format.ts';
import type { MenteeCard, MentorCard, Spoken } from '../../lib/api/rows.ts';
import { daysSince } from '../../lib/dates.ts';
import type { Topic } from '../../schemas/vocabulary.ts';
import { useSay, type Say } from '../../ui/words.tsx';
import { fieldName, placeName, useNames } from '../fit/names.tsx';

/** What programmes are called in the reader's language. */
export const ProgrammeNames = createContext<Record<string, string>>({});

export function useProgrammeName(): (key: string) => string {
  const names = useContext(ProgrammeNames);
  return (key) => names[key] ?? key;
}

/** “Amina and Kari”; somebody from another desk has no name here. */
export function pairWords(
  say: Say,
  { mentee, mentor }: { mentee: MenteeCard | null; mentor: MentorCard | null },
): string {
  return say('desk.pair', {
    mentee: mentee?.name ?? say('desk.unseen.mentee'),
    mentor: mentor?.name ?? say('desk.unseen.mentor'),
  });
}

/** “For 12 days”. */
export function waitsWords(say: Say, since: string): string {
  const count = daysSince(since);
  return count === 0 ? say('desk.waits.today') : say('desk.waits', { count });
}

/** “CV and application, network”, as a list inside a line. */
export function topicWords(say: Say, topics: Topic[]): string {
  return topics.map((topic) => say(`form.topic.${topic}`)).join(', ');
}

interface Person {
  field: string;
  specialism: string | null;
  place: string;
  region?: string;
  languages: Spoken[];
}

/** Field, place and languages in one line, as a coordinator takes in a person. */
export function PersonLine(person: Person) {
  const say = useSay();
  const names = useNames();
  const languages = person.languages.map(({ language, level }) => {
    const name = languageName(say.lang, language);
    return level === 'N'
      ? say('desk.language.N', { language: name })
      : say('desk.language', { language: name, level });
  });
  const field = [fieldName(names, person.field), person.specialism].filter(Boolean).join(': ');
  const facts = [field, placeName(names, person), languages.join(', ')];
  return (
    <p class="desk-facts">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  );
}
