/** Every dictionary, one file per noun. The English file is the type; the other languages must have the same keys. */
export interface Nouns {
  site: (typeof import('./en/site.json'))['default'];
  home: (typeof import('./en/home.json'))['default'];
  programme: (typeof import('./en/programme.json'))['default'];
  handbook: (typeof import('./en/handbook.json'))['default'];
  search: (typeof import('./en/search.json'))['default'];
  'errors-pages': (typeof import('./en/errors-pages.json'))['default'];
  portal: (typeof import('./en/portal.json'))['default'];
  'sign-in': (typeof import('./en/sign-in.json'))['default'];
  form: (typeof import('./en/form.json'))['default'];
  refusal: (typeof import('./en/refusal.json'))['default'];
  directory: (typeof import('./en/directory.json'))['default'];
  fit: (typeof import('./en/fit.json'))['default'];
  mentor: (typeof import('./en/mentor.json'))['default'];
  mentee: (typeof import('./en/mentee.json'))['default'];
  request: (typeof import('./en/request.json'))['default'];
  trial: (typeof import('./en/trial.json'))['default'];
  match: (typeof import('./en/match.json'))['default'];
  desk: (typeof import('./en/desk.json'))['default'];
}
export type Noun = keyof Nouns;
