/** A spreadsheet as people keep them: a title above the headers, ways of writing that change from row to row, and rows that are wrong. */
import type { Written } from '../../tests/workbook.ts';

export interface Messy {
  /** Title, headers and everybody, as cells. */
  rows: Written[][];
  /** Numbers of the rows that nobody should be able to bring in, from 1. */
  spoiled: number[];
  /** In how many ways rows are spoiled. */
  ways: number;
}

const header = [
  'E-post', 'Navn', 'Mobil', 'Kjønn', 'Yrke', 'Spesialitet', 'Norsk', 'Engelsk', 'Morsmål', 'Kan hjelpe med', 'Møteform', 'Bosted',
  'Timer pr. måned', 'Plasser', 'Om meg', 'Med siden', 'Intern merknad',
]; // prettier-ignore
const column = (name: string) => header.indexOf(name);

const firstNames = [
  'Åse',
  'Kari',
  'Zoë',
  'Bjørn',
  'Ø',
  'Maryam',
  'محمد',
  'Олена',
  'Jean-Luc',
  'Nguyễn',
  'Søren',
  'Ulla',
];
const surnames = [
  'Berg',
  'Ødegård',
  'van der Meer',
  'Åkesson',
  'Haddad',
  "O'Neill",
  'Lindström',
  'Müller',
  'Dahl',
  'Nymoen',
];
const fields = [
  'Programvareutviklere',
  '2512',
  'Softwareudviklere',
  '2142',
  'ISCO 2221',
  'Software developers',
  '2411',
];
const places = [
  'Oslo',
  'Stavanger',
  '4006 Stavanger',
  'Sandnes kommune',
  'Kristiansand',
  'OSLO',
  'Haugesund, Rogaland',
];
const topics = [
  'CV og søknad, Nettverk',
  'jobbintervju; nettverk',
  'CV',
  'Nettverk / arbeidskultur',
  'CV og søknad\nJobbintervju',
];
const formats = ['fysisk', 'digitalt', 'begge', 'fysisk og digitalt', ''];
const yearsAgo: Written[] = ['2021-05-01', '31.08.2023', '1/9/24', new Date('2020-02-29'), ''];
const abouts = [
  'Has worked in the field for many years; likes to help; lives near the fjord.',
  'Jobber i kommunen, har vært mentor før, "liker å lytte" og går tur.',
  'Vil gjerne hjelpe noen i gang,\nog har god tid om ettermiddagen.',
]; // prettier-ignore

/** Each spoils one row, so that it must be named. */
const spoilers: ((row: Written[], earlier: Written[]) => void)[] = [
  (row) => (row[column('E-post')] = ''),
  (row) => (row[column('E-post')] = 'kari at example'),
  (row, earlier) => (row[column('E-post')] = String(earlier[column('E-post')]).toUpperCase()),
  (row, earlier) => ((row[column('Navn')] = earlier[column('Navn')]!), (row[column('Mobil')] = String(earlier[column('Mobil')]).replace('+47 ', '0047'))),
  (row) => (row[column('Navn')] = ''),
  (row) => (row[column('Navn')] = 'x'.repeat(120)),
  (row) => (row[column('Mobil')] = 'see note'),
  (row) => (row[column('Yrke')] = 'wizard'),
  (row) => (row[column('Yrke')] = ''),
  (row) => (row[column('Norsk')] = 'D4'),
  (row) => (row[column('Kan hjelpe med')] = 'cooking'),
  (row) => (row[column('Bosted')] = 'Atlantis'),
  (row) => (row[column('Bosted')] = 'Nordkapp by'),
  (row) => (row[column('Timer pr. måned')] = 99),
  (row) => (row[column('Timer pr. måned')] = 'a few'),
  (row) => (row[column('Plasser')] = 12),
  (row) => (row[column('Om meg')] = 'Nice.'),
  (row) => (row[column('Om meg')] = 'long '.repeat(300)),
  (row) => (row[column('Med siden')] = '30.02.2024'),
  (row) => (row[column('Med siden')] = '2999-01-01'),
  (row) => (row[header.length] = 'one cell too many'),
]; // prettier-ignore

/** So many mentors, every eighth row spoiled, and the same every time. */
export function messyMentors(count: number): Messy {
  const pick = <T>(list: readonly T[], nr: number): T => list[nr % list.length]!;
  const rows: Written[][] = [['Mentorer, oppdatert i høst'], [], header];
  const spoiled: number[] = [];
  let earlier: Written[] = [];
  for (let nr = 0; nr < count; nr++) {
    const row: Written[] = [
      pick([`mentor.${nr}@demo.example`, ` Mentor.${nr}@Demo.Example `, `Mentor ${nr} <mentor.${nr}@demo.example>`], nr),
      pick([`${pick(firstNames, nr)} ${pick(surnames, nr * 7)}`, `${pick(surnames, nr * 3)}, ${pick(firstNames, nr * 5)}`], nr),
      pick([`+47 ${90_000_000 + nr}`, 40_000_000 + nr, ''], nr % 4 === 3 ? 2 : nr % 2),
      pick(['Kvinne', 'mann', 'K', '', 'ikke oppgitt'], nr),
      pick(fields, nr), pick(['', 'Databaser', 'Bruer & tunneler'], nr),
      pick(['B2', 'C1', 'b1', 'morsmål'], nr), pick(['C1', '', 'flytende'], nr), pick(['', 'arabisk', 'ukrainsk'], nr),
      pick(topics, nr), pick(formats, nr), pick(places, nr), pick([4, '4,0', '6 timer', '2'], nr), pick(['', 1, '2'], nr),
      pick(abouts, nr), pick(yearsAgo, nr), pick(['', 'ring etter kl. 16'], nr),
    ]; // prettier-ignore
    if (nr % 8 === 7) {
      pick(spoilers, Math.floor(nr / 8))(row, earlier);
      spoiled.push(rows.length + 1);
    } else if (row[column('Mobil')] !== '') earlier = row;
    rows.push(row);
    // Somebody has left a line empty here and there.
    if (nr % 500 === 499) rows.push([]);
  }
  return { rows: [...rows, [], ['', '', ''], []], spoiled, ways: spoilers.length };
}

/** As Excel in the Nordic countries saves it, but for letters that Windows-1252 does not have. */
export function asCsv(rows: Written[][]): Uint8Array {
  const text = (value: Written) =>
    value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
  const cell = (value: Written) =>
    /[;"\n]/.test(text(value)) ? `"${text(value).replaceAll('"', '""')}"` : text(value);
  return new TextEncoder().encode(`\ufeff${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`);
}
