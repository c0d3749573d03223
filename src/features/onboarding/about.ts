import { Refusal } from '../../lib/api/answer.ts';
import { path } from '../../lib/urls.ts';

/** A text somebody reads to get ready, and a few questions to it. */
export interface PageCourse {
  title: string;
  summary: string;
  href: string;
  /** How long it takes to read. */
  minutes: number;
  questions: { ask: string; answers: { text: string; right: boolean }[]; because: string }[];
}
/** What the page of getting ready says of a programme. */
export interface PageProgramme {
  title: string;
  /** What a mentee should not expect there. */
  limits: string[];
  /** When somebody asks how it goes: “Day 30”, and what happens then. */
  follow: { when: string; what: string }[];
  /** Whether mentees ask mentors themselves. */
  self: boolean;
  courses: { mentee: PageCourse[]; mentor: PageCourse[] };
}
export type About = Record<string, PageProgramme>;

/** Built with the site, in one language. @throws Refusal `offline` */
export async function readAbout(lang: string): Promise<About> {
  const response = await fetch(`${path(lang, 'my')}ready.json`).catch(() => null);
  if (!response?.ok) throw new Refusal('offline');
  return (await response.json()) as About;
}
