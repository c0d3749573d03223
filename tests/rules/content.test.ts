/** Each kind of bad input, as an editor could hand it in: what is said names the file, the line and the repair. */
import { describe, expect, test } from 'vitest';
import { allProblems, stoppers } from '../../scripts/content/all.ts';
import { readEverything } from '../../scripts/content/content.ts';
import { article, contentFolder, problemsWith, type Files } from './content-folder.ts';

const nb = 'handbook/nb/the-first-hour.md';
const en = 'handbook/en/the-first-hour.md';
/** Two rows of a whole of 45, and a programme. */
const four = (words: string) => `{ en: ${words}, nb: ${words}, da: ${words}, sv: ${words} }`;
const figure = `number: F024
title: ${four('Where they were')}
says: ${four('Most had a job.')}
programme: youth
drawn: bars
unit: count
rows_are: parts
base: 45
base_is: ${four('people')}
period: '2021'
rows:
  - { label: ${four('Job')}, values: [33] }
  - { label: ${four('Looking')}, values: [12] }
sources:
  - { document: '002', section: Overblik }
`;
/** A sheet of one part. */
const words =
  'title: Plan\nsummary: A plan.\nhow: Write.\nparts:\n  ask: { heading: Ask, prompts: [a, b] }\n';
const sheet = {
  'tools/plan.yaml':
    'audience: everyone\nshelf: start\norder: 1\ncard: true\nparts:\n  - { id: ask, kind: lines }\nchecked: 2026-11-21\n',
  'tools/en/plan.yaml': words,
};
const body = (text: string): Files => ({ [nb]: article('nb', text) });
/** The front matter with one line of it changed. */
const front = (from: string, to: string): Files => ({ [nb]: article('nb').replace(from, to) });

test('nothing is said of a good text', () => {
  expect(problemsWith({})).toEqual([]);
});

describe('bad input stops the build', () => {
  test.each<[string, Files, string]>([
    ['a missing colon', front('audience: mentor', 'audience mentor'), `${nb}:4: a colon and a blank are missing`],
    ['a colon in a text', front('summary: You', 'summary: Now: you'), `${nb}:3: a text with a colon and a blank`],
    ['a key given twice', front('order: 1', 'order: 1\norder: 2'), `${nb}:6: the same key stands here twice`],
    ['front matter without an end', { [nb]: '---\ntitle: A\n' }, `${nb}:1: the front matter is never closed`],
    ['no front matter', { [nb]: 'Hei.\n' }, `${nb}:1: the file does not begin with a line of three hyphens`],
    ['a key that nobody knows', front('# the end', 'colour: red'), `${nb}:10: there is no key “colour” in handbook`],
    ['a key that is missing', front('order: 1\n', ''), `${nb}:2: “order” is missing. Repair: write it`],
    ['a word that is not on the list', front('mentor', 'mentors'), `${nb}:4: “audience” is “mentors”`],
    ['a title that is too long', front('Den første timen', 'a'.repeat(71)), `${nb}:2: “title” has 71 characters, and 70 is the most. Repair: shorten it`],
    ['a date that is none', front('2026-11-21', 'yesterday'), `${nb}:6: “checked”`],
    ['an unknown document', front("'003'", "'004'"), `${nb}:9: “sources.0.document” is “004”`],
    ['an unknown section', front('4.2.2 Sprog', '4.2.9 Mat'), `${nb}:9: document 003 has no section “4.2.9 Mat”`],
    ['a missing translation', { [nb]: null }, `${en}:2: there is no translation into “nb”. Repair: write src/content/${nb}`],
    ['a missing original', { [en]: null }, `${nb}:2: the English text is missing. Repair: write src/content/${en}`],
    ['a slug with a capital', { 'handbook/nb/The-First-Hour.md': article('nb') }, 'handbook/nb/The-First-Hour.md:1: no page would ever show this file'],
    ['a file in no language', { 'handbook/no/a.md': article('nb') }, 'handbook/no/a.md:1: no page would ever show this file. Repair: move it into a folder of a language'],
    ['a file with the wrong ending', { 'handbook/nb/a.markdown': article('nb') }, 'handbook/nb/a.markdown:1: no page would ever show this file. Repair: name it a.md'],
    ['a slug taken by a section', { 'pages/en/handbook.md': '---\ntitle: A\nsummary: B\n---\n' }, 'pages/en/handbook.md:2: the slug “handbook” is taken'],
    ['a slug taken by a text', { 'pages/en/handbook.md': null, 'glossary/match.yaml': 'key: x', 'programmes/a.yaml': 'key: b\n' }, 'programmes/a.yaml:1: key is “b” and the file is called a.yaml. Repair: write key: a'],
    ['a blank of a template', body('WRITE: a paragraph'), `${nb}:13: “WRITE: a paragraph” is a blank that nobody has filled in`],
    ['a figure that does not add up', { 'figures/a.yaml': figure.replace('values: [33]', 'values: [34]') }, 'figures/a.yaml:11: The rows add up to 46, not 45. Repair: correct the number, or set adds_up'],
    ['a programme that is not there', { 'figures/a.yaml': figure }, 'figures/a.yaml:4: there is no programmes/youth. Repair: correct the name'],
    ['a term that leads to no text', { 'pages/en/contact.md': '---\ntitle: A\nsummary: B\n---\n', 'glossary/match.yaml': `term: ${four('Match')}\nmeaning: ${four('Two people.')}\nsee: [handbook/the-first-hour, contact]\n` }, 'glossary/match.yaml:3: contact is no text. Repair: name one of handbook, modules'],
    ['a box with a body of another country', { 'authorities/nav.yaml': 'country: NO\n', 'modules/nb/a.md': '---\ntitle: A\ncountries:\n  - country: DK\n    authorities: [nav]\n---\n' }, 'modules/nb/a.md:5: authorities/nav is in NO, the box is for DK. Repair: name a body of DK'],
    ['a sheet whose words do not fit', { ...sheet, 'tools/nb/plan.yaml': words.replace('prompts: [a, b]', 'prompts: [a]') }, 'tools/nb/plan.yaml:5: part “ask”: 1 prompts, the English sheet has 2. Repair: make them as many'],
    ['a sheet with a part of another name', { ...sheet, 'tools/nb/plan.yaml': words.replace('ask:', 'tell:') }, 'part “ask”: it is missing. Repair: write it, as in src/content/tools/en/plan.yaml'],
    ['a sheet without bones', { 'tools/en/plan.yaml': words }, 'tools/en/plan.yaml:1: the sheet has no bones. Repair: write src/content/tools/plan.yaml'],
    ['a note of no section', front('4.2.2 Sprog', 'fodnote 99'), `${nb}:9: document 003 has no section “fodnote 99”`],
    ['an image without a description', { ...body('![](a.png)'), 'handbook/nb/a.png': 10 }, `${nb}:13: the image a.png has no description. Repair: say between the square brackets, in “nb”`],
    ['an image that is not there', body('![To på kafé](b.png)'), `${nb}:13: there is no image b.png`],
    ['an image by name that is not there', body('![To på kafé][kafe]\n\n[kafe]: b.png'), `${nb}:13: there is no image b.png`],
    ['an image in HTML without a description', body('Se.\n\n<img src="/b.png">'), `${nb}:15: the image /b.png has no description`],
    ['an image of 20 MB', { 'handbook/nb/a.jpg': 20_000_000 }, 'handbook/nb/a.jpg:1: the image weighs 20.0 MB, and 500 kB is the most. Repair: make it'],
  ])('%s', (_, files, told) => {
    const found = problemsWith(files);
    expect(found.join('\n')).toContain(told);
    const content = readEverything(contentFolder(files));
    const stops = stoppers(content);
    expect(stops.length).toBeGreaterThan(0);
    expect(stops).toEqual(allProblems(content).filter((problem) => problem.stops));
  });
}); // prettier-ignore

describe('what makes a text worse is said', () => {
  const long = `Dette er en setning ${'som bare går '.repeat(10)}videre.`;
  const hard = 'Arbeidsmarkedstiltaksdeltakelse forutsetter sysselsettingsmuligheter. '.repeat(25);
  test.each<[string, Files, string]>([
    ['a fact that differs', front('order: 1', 'order: 2'), `${nb}:5: “order” is not what the English text says. Repair: make it the same as in src/content/${en}`],
    ['a link into another language', body('Les [den første timen](/en/handbook/the-first-hour/).'), `${nb}:13: the link /en/handbook/the-first-hour/ leads into another language. Repair: write /nb/handbook/the-first-hour/`],
    ['a link to nowhere', body('Les [om mat](/nb/handbook/food/).'), `${nb}:13: there is no page /nb/handbook/food/`],
    ['a link by name to nowhere', body('Les [om mat][mat].\n\n[mat]: /nb/handbook/food/'), `${nb}:13: there is no page /nb/handbook/food/`],
    ['a link by its own name to nowhere', body('Les [om mat].\n\n[Om mat]: /nb/handbook/food/'), `${nb}:13: there is no page /nb/handbook/food/`],
    ['a link in HTML to nowhere', body('Les\n<a class="x" href="/nb/handbook/food/">om mat</a>.'), `${nb}:14: there is no page /nb/handbook/food/`],
    ['a link to no heading', body('Les [om mat](/nb/handbook/the-first-hour/#mat).'), `${nb}:13: /nb/handbook/the-first-hour/ has no heading “#mat”`],
    ['a link to no heading here', body('## Mål\n\nLes [om mat](#mat).'), `${nb}:15: there is no heading “#mat” in this text`],
    ['a link without its slash', body('Les [håndboken](/nb/handbook).'), `${nb}:13: the address /nb/handbook does not end in a slash`],
    ['a link to no part of a page that lists texts', body('Les [om mat](/nb/handbook/#mat).'), `${nb}:13: /nb/handbook/ has no heading “#mat”. Repair: open the page`],
    ['a booklet in another language', body('Les [heftet](/booklets/en-mentee.pdf).'), `${nb}:13: the link /booklets/en-mentee.pdf leads into another language. Repair: write /booklets/nb-mentee.pdf`],
    ['a link to nowhere with a title in single quotes', body("Les [om mat](/nb/nope/ 'Mat')."), `${nb}:13: there is no page /nb/nope/`],
    ['a link to nowhere with a title in brackets', body('Les [om mat](/nb/nope/ (Mat)).'), `${nb}:13: there is no page /nb/nope/`],
    ['a link to nowhere with brackets in its words', body('Les [se [1] her](/nb/nope/).'), `${nb}:13: there is no page /nb/nope/`],
    ['a link to nowhere around an image', body('[![To på kafé](/b.png)](/nb/nope/)'), `${nb}:13: there is no page /nb/nope/`],
    ['an image in a link that is not there', body('[![To på kafé](/b.png)](/nb/handbook/)'), `${nb}:13: there is no image /b.png`],
    ['an unencrypted link without words', body('Les <http://example.org>.'), `${nb}:13: the link http://example.org is not encrypted`],
    ['an address instead of words', body('Les https://example.org/a.'), `${nb}:13: the link “https://example.org/a” does not say where it leads`],
    ['an unencrypted link', body('Les [håndboken](http://example.org/).'), `${nb}:13: the link http://example.org/ is not encrypted`],
    ['a link that does not say where it leads', body('Linje.\n\nLes mer [her](/nb/handbook/).'), `${nb}:15: the link “her” does not say where it leads`],
    ['a word that makes somebody small', body('Programmet er for sårbare.'), `${nb}:13: “sårbare” makes somebody smaller`],
    ['an emoji', body('Hei 🙂'), `${nb}:13: “🙂” is an emoji`],
    ['a share without a source', front("sources:\n  - { document: '003', section: 4.2.2 Sprog }", 'sources: []'), `${nb}:12: “For 40 prosent gikk det bra.” is a figure without a source`],
    ['a long sentence', body(long), `${nb}:13: a sentence has 35 words, at most 25`],
    ['a hard text', body(hard), `${nb}:12: the text is hard to read: LIX 96.8, at most 38`],
    ['a title that is taken', { 'handbook/nb/b.md': article('nb').replace('order: 1', 'order: 2'), 'handbook/en/b.md': article('en').replace('order: 1', 'order: 2') }, `${nb}:2: src/content/handbook/nb/b.md has the same title`],
  ])('%s', (name, files, told) => {
    const changed = name === 'a share without a source' ? { [nb]: String(files[nb]).replace('Du kan', 'For 40 prosent gikk det bra. Du kan') } : files;
    expect(problemsWith(changed).join('\n')).toContain(told);
  });

  test.each([
    ['a part that the sheet does not have', 'work, cats', ['“cats” is nothing to note in tools/mentee-interview-guide. Repair: choose among work, life.']],
    ['a part that is told and not noted', 'work, tell', ['“tell” is nothing to note in tools/mentee-interview-guide. Repair: choose among work, life.']],
    ['parts of the sheet', 'life, work', []],
  ])('a talk with %s', (_, parts, problems) => {
    const sheet = 'parts:\n  - { id: work, kind: lines }\n  - { id: tell, kind: ticks }\n  - { id: life, kind: lines }\n  - { id: note, kind: lines }\n';
    const found = problemsWith({
      'tools/mentee-interview-guide.yaml': sheet,
      'programmes/ours.yaml': `key: ours\ntalk:\n  mentee:\n    parts: [${parts}]\n    required: []\n  mentor: null\n`,
    });
    expect(found.filter((one) => one.includes('nothing to note')).map((one) => one.replace(/^.*?: /, ''))).toEqual(problems);
  });

  test.each([
    ['of their regions', 'regions: [no-33]\nmunicipalities: { no-33: [no-3324] }', []],
    ['of another region', 'regions: [no-33, no-42]\nmunicipalities: { no-42: [no-3324] }', ['5: no-3324 is no municipality of no-42']],
    ['of earlier days, nowhere', 'regions: [no-33]\nearlier:\n  - regions: [no-34]\n    municipalities: { no-33: [no-33] }', ['6: there is no region no-34', '7: no-33 is no municipality of no-33']],
  ])('places of a programme %s', (_, rules, problems) => {
    const towns = 'municipalities: [{ key: no-3324, label: Gol }]';
    const found = problemsWith({
      'places/no.yaml': `country: 'NO'\nregions:\n  - { key: no-33, label: Buskerud, ${towns} }\n  - { key: no-42, label: Agder, municipalities: [] }\n`,
      'programmes/ours.yaml': `key: ours\ncountry: 'NO'\nsince: 2026-01-01\n${rules}\n`,
    });
    const told = found.filter((one) => one.includes('add the place to src/content/places'));
    expect(told.map((one) => /ours.yaml:(.*)\. Repair/.exec(one)?.[1])).toEqual(problems);
  });

  test('pages that come of something else are there too', () => {
    const there = ['/nb/programmes/ours/kit/', '/nb/search/?q=lønn', '/booklets/nb-mentee.pdf', '/nb/feed.xml', '/nb/tools/plan/with-en/', '/nb/handbook/the-first-hour/?from=mail#mål-å-nå'];
    const gone = ['/nb/programmes/theirs/kit/', '/nb/serach/?q=lønn', '/booklets/nb-mentors.pdf', '/nb/tools/plan/with-da/'];
    const found = problemsWith({
      ...sheet,
      'tools/nb/plan.yaml': words,
      'programmes/ours.yaml': 'key: ours\n',
      '../pages/[lang]/search/index.astro': '',
      '../pages/[lang]/feed.xml.ts': '',
      ...body(`## Mål å nå\n\n${[...there, ...gone].map((to, at) => `- [Side nummer ${at}](${to})`).join('\n')}`),
    });
    expect(found.filter((one) => one.includes('there is no page')).map((one) => /no page (\S+)\./.exec(one)?.[1])).toEqual(gone.map((to) => to.replace(/\?.*/, '')));
    expect(found.filter((one) => one.includes('has no heading'))).toEqual([]);
  });

  test('a link may name every part of a page, and no other', () => {
    const there = ['modules/cv/#checklist', 'evidence/youth/#youth-flow', 'questions/#may-i', 'questions/#mentee', 'glossary/#match', 'handbook/#mentor', 'modules/#plan'];
    const gone = ['modules/cv/#nope', 'evidence/youth/#nope', 'questions/#nope', 'glossary/#nope', 'handbook/#the-first-hour', 'modules/#cv'];
    const list = (to: string[]) => to.map((one, at) => `- [Side nummer ${at}](/nb/${one})`).join('\n');
    const found = problemsWith({
      'modules/nb/cv.md': '---\ntitle: A\ntheme: plan\n---\n',
      'evidence/nb/youth.md': '---\ntitle: B\nfigures: [youth-flow]\n---\n',
      'questions/nb/may-i.md': '---\ntitle: C?\naudience: mentee\n---\n',
      'glossary/match.yaml': `term: ${four('Match')}\n`,
      ...Object.fromEntries(['modules', 'questions', 'glossary'].map((name) => [`../pages/[lang]/${name}/index.astro`, ''])),
      '../components/module/Checklist.astro': '<h2 id="checklist">',
      ...body(`${list(there)}\n${list(gone)}`),
    });
    expect(found.filter((one) => one.includes('has no heading')).map((one) => /: \/nb\/(\S+) has no heading “(#.*?)”/.exec(one)?.slice(1).join(''))).toEqual(gone);
  });

  test('each row of a table is read by itself', () => {
    const table = `| Når | Hva |\n| --- | --- |\n${'| Mandag | Dere leser en annonse sammen |\n'.repeat(6)}`;
    expect(problemsWith(body(table)).filter((one) => one.includes('a sentence has'))).toEqual([]);
  });

  test('what is right is left alone', () => {
    const links = '## Mål å nå\n\nLes [målene](#mål-å-nå), [resten](/nb/handbook/the-first-hour/#mål-å-nå) og [en side](https://example.org/a).';
    expect(problemsWith({ ...body(links), [en]: article('en', links.replaceAll('/nb/', '/en/')) })).toEqual([]);
  });
}); // prettier-ignore
