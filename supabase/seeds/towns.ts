/** How many people each programme of the demo world has, where they live and what they do. */
import type { Locale } from '../../src/schemas/vocabulary.ts';
import { tradeCodes } from './words.ts';

export interface Town {
  programme: string;
  mentors: number;
  mentees: number;
  /** The language of the country, as spoken and as written. */
  home: 'no' | 'da' | 'sv';
  locale: Locale;
  /** Places with a weight each. */
  places: Record<string, number>;
  /** Places so far away that people there only meet online. */
  online?: string[];
  /** How many mentees one mentor may have. */
  capacity: number;
  /** Fields, the common ones first. */
  trades: string[];
  mentees_are: 'anyone' | 'women' | 'young' | 'young women' | 'students';
}

const { professional } = tradeCodes;
const common = '2142 2512 2221 2411 2146 2151 2144 2423 2611 2262 2330 2161'.split(' ');
const wide = [...common, ...professional.filter((code) => !common.includes(code))];
const shops = '1420 5120 1321 3322 1120 7411 7231 1324 7115 3331 1411 6113'.split(' ');
const danish = { home: 'da', locale: 'da', mentees_are: 'anyone', capacity: 3 } as const;

export const towns: Town[] = [
  {
    programme: 'highly-skilled',
    mentors: 92,
    mentees: 86,
    home: 'no',
    locale: 'nb',
    places: {
      'no-0301': 10, 'no-1103': 5, 'no-1108': 2, 'no-1106': 1, 'no-4204': 3, 'no-4203': 1, 'no-4202': 1,
      'no-3301': 2, 'no-3324': 1, 'no-3328': 1, 'no-4601': 1,
    }, // prettier-ignore
    online: ['no-4601', 'no-3301'],
    capacity: 3,
    trades: wide,
    mentees_are: 'anyone',
  },
  {
    ...danish,
    programme: 'women-network',
    mentors: 17,
    mentees: 14,
    places: { 'dk-0101': 4, 'dk-0330': 2, 'dk-0479': 2, 'dk-0751': 3 },
    trades: '5321 5311 2342 2411 5120 3343 7531 2635 1420 2221 2432 5141'.split(' '),
    capacity: 2,
    mentees_are: 'women',
  },
  {
    programme: 'settle-in',
    capacity: 2,
    mentors: 13,
    mentees: 10,
    home: 'sv',
    locale: 'sv',
    places: { 'fi-091': 5, 'fi-049': 3, 'fi-092': 2, 'fi-638': 1 },
    trades: '2342 2512 5120 2642 3512 2431 7512 2341 6113 3322 2161'.split(' '),
    mentees_are: 'anyone',
  },
  {
    ...danish,
    programme: 'business-leaders',
    mentors: 10,
    mentees: 7,
    places: { 'dk-0479': 4, 'dk-0461': 3 },
    trades: shops,
  },
  {
    ...danish,
    programme: 'local-refugee',
    mentors: 11,
    mentees: 8,
    places: { 'dk-0751': 4, 'dk-0461': 3 },
    trades: '7115 7411 5120 8332 7231 5321 7212 7126 6113'.split(' '),
  },
  {
    ...danish,
    programme: 'supportive-adult',
    mentors: 10,
    mentees: 7,
    places: { 'dk-0727': 3, 'dk-0751': 3 },
    trades: '5311 5141 3423 7512 5321 2635 6113'.split(' '),
    mentees_are: 'young women',
  },
  {
    ...danish,
    programme: 'company',
    mentors: 13,
    mentees: 9,
    places: { 'dk-0101': 4, 'dk-0270': 2, 'dk-0159': 2 },
    trades: '2512 2113 2145 2131 2413 2141 2511 2262 2521'.split(' '),
  },
  {
    ...danish,
    programme: 'youth',
    mentors: 12,
    mentees: 9,
    places: { 'dk-0101': 4, 'dk-0219': 2, 'dk-0751': 3 },
    trades: '7115 7231 7411 3512 1420 7512 5120 3423'.split(' '),
    mentees_are: 'young',
  },
  {
    ...danish,
    programme: 'international-students',
    mentors: 14,
    mentees: 10,
    places: { 'dk-0101': 5, 'dk-0173': 2, 'dk-0265': 1 },
    trades: '2512 2151 2144 2631 2421 2143 2131 2413 2431'.split(' '),
    mentees_are: 'students',
  },
];
