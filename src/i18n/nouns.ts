/** Every dictionary, one file per noun. The English file is the type; the other languages must have the same keys. */
export interface Nouns {
  site: (typeof import('./en/site.json'))['default'];
  home: (typeof import('./en/home.json'))['default'];
  programme: (typeof import('./en/programme.json'))['default'];
  handbook: (typeof import('./en/handbook.json'))['default'];
  search: (typeof import('./en/search.json'))['default'];
  'errors-pages': (typeof import('./en/errors-pages.json'))['default'];
  portal: (typeof import('./en/portal.json'))['default'];
}
export type Noun = keyof Nouns;
