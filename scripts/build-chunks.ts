import type { Plugin } from 'vite';

/**
 * Which modules travel together. Left alone, the bundler makes a dozen files of a few hundred bytes, and each is
 * compressed without knowing the others: the directory's script was 16.2 kB in fifteen files and is 14 kB in four.
 */
export const portalChunks = [
  {
    // What every page of the portal needs, signing in too.
    name: 'core',
    test: /node_modules\/(preact|nanostores)\/|src\/islands\/hydrate|vite\/preload-helper|src\/(i18n\/say|lib\/urls|lib\/api\/(answer|backend|session)|features\/session\/store|ui\/(useStore|words|refusal-words|Verb|status|Island|keep-address|focus))\.tsx?$/,
    priority: 3,
  },
  {
    // What every page that shows somebody needs.
    name: 'cards',
    test: /src\/(schemas\/topics|i18n\/format|lib\/api\/(client|screen)|features\/(people\/api|pictures\/(api|store)|mentors\/(api|store|sieve))|islands\/(fit\/.*|people\/Portrait)|ui\/(Avatar|ScreenOf|Skeleton|Refused))\.tsx?$/,
    priority: 2,
  },
  {
    // Fields alone: a form that is kept elsewhere needs no schemas.
    name: 'fields',
    test: /src\/(schemas\/(profile-limits|vocabulary)|islands\/people\/LanguageRows|features\/drafts\/api|lib\/dates|ui\/(ErrorSummary|Field|ChoiceField|Combobox|Dialog|useDraft))\.tsx?$/,
    priority: 2,
  },
  {
    // What every page with a form needs.
    name: 'forms',
    test: /node_modules\/zod\/|src\/(schemas\/profile|features\/people\/model|ui\/(problems|useForm|Submit|ReasonDialog|TextDialog))\.tsx?$/,
    priority: 1,
  },
];

/**
 * What is loaded later is loaded plainly: Vite's helper for that fetches styles and neighbours along, of which there are
 * none here, and weighs 0.6 kB on every page of the portal.
 */
export const plainImports: Plugin = {
  name: 'fotfeste-plain-imports',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};
