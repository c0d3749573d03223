/** Every dictionary, one file per noun. The English file is the type; the other languages must have the same keys. */
export interface Nouns {
  site: typeof import('./en/site.json');
  home: typeof import('./en/home.json');
  programme: typeof import('./en/programme.json');
  handbook: typeof import('./en/handbook.json');
  booklet: typeof import('./en/booklet.json');
  kit: typeof import('./en/kit.json');
  reading: typeof import('./en/reading.json');
  modules: typeof import('./en/modules.json');
  stories: typeof import('./en/stories.json');
  news: typeof import('./en/news.json');
  evidence: typeof import('./en/evidence.json');
  tools: typeof import('./en/tools.json');
  search: typeof import('./en/search.json');
  'errors-pages': typeof import('./en/errors-pages.json');
  portal: typeof import('./en/portal.json');
  'sign-in': typeof import('./en/sign-in.json');
  form: typeof import('./en/form.json');
  refusal: typeof import('./en/refusal.json');
  directory: typeof import('./en/directory.json');
  fit: typeof import('./en/fit.json');
  mentor: typeof import('./en/mentor.json');
  'mentor-profile': typeof import('./en/mentor-profile.json');
  mentee: typeof import('./en/mentee.json');
  people: typeof import('./en/people.json');
  request: typeof import('./en/request.json');
  trial: typeof import('./en/trial.json');
  match: typeof import('./en/match.json');
  desk: typeof import('./en/desk.json');
  'application-desk': typeof import('./en/application-desk.json');
  'application-letter': typeof import('./en/application-letter.json');
  apply: typeof import('./en/apply.json');
  applications: typeof import('./en/applications.json');
  ready: typeof import('./en/ready.json');
  expect: typeof import('./en/expect.json');
  translations: typeof import('./en/translations.json');
}
export type Noun = keyof Nouns;
