/** Newsletters: table × person as in `matrix.ts`, verb × person as in `matrix-verbs.ts`. */
import { id, type Name } from './cast.ts';
import type { Table } from './matrix.ts';
import type { Verb } from './matrix-verbs.ts';

/** One to the mentors and one to the mentees of `free`, one to both in `careful`; the draft is Ingrid's alone. */
const read: Partial<Record<Name, string>> = {
  ingrid: 'begunNews menteeNews mentorNews',
  torstein: 'menteeNews mentorNews',
  ...Object.fromEntries(['kari', 'jonas', 'lin', 'wanda'].map((name) => [name, 'mentorNews'])),
  ...Object.fromEntries(['amina', 'dawit', 'walid'].map((name) => [name, 'menteeNews'])),
  ...Object.fromEntries(['birthe', 'nils', 'sol', 'mette', 'tove', 'pia'].map((name) => [name, 'newsThere'])),
};

export const newsletterTables: Record<string, Table> = {
  newsletters: {
    columns: 'id programme audience version saved_at sent_at receivers',
    row: 'id',
    sees: read,
  },
  newsletter_texts: { columns: 'newsletter locale title words', row: 'newsletter', sees: read },
};

const words = `'Two new courses begin in January.'`;
const ofThisDesk = { may: ['ingrid'] as Name[], else: 'newsletter_unknown' };

export const newsletterVerbs: Record<string, Verb> = {
  choose_newsletters: {
    call: () => 'choose_newsletters(true)',
    may: ['amina', 'dawit', 'walid', 'nils', 'sol', 'kari', 'jonas', 'lin', 'wanda', 'mette', 'tove', 'pia'],
    else: 'not_in_a_programme',
  },
  stop_newsletters: {
    before: () => `insert into private.newsletter_readers (person, secret) values ('${id.kari}', 'a secret')`,
    call: () => `stop_newsletters('a secret')`,
    may: 'all',
    visitors: true,
  },
  my_newsletters: { call: () => `my_newsletters('nb')`, may: 'all' },
  newsletter_desk: {
    call: () => 'newsletter_desk()',
    may: ['ingrid', 'torstein', 'birthe'],
    else: 'not_a_coordinator',
  },
  begin_newsletter: {
    call: () => `begin_newsletter('free', 'mentors')`,
    may: ['ingrid'],
    else: 'not_a_coordinator',
  },
  address_newsletter: { call: (is) => `address_newsletter('${is.begunNews}', 1, 'mentees')`, ...ofThisDesk },
  write_newsletter: {
    call: (is) => `write_newsletter('${is.begunNews}', 1, 'nb', 'In January', ${words})`,
    ...ofThisDesk,
  },
  drop_newsletter: { call: (is) => `drop_newsletter('${is.begunNews}', 1)`, ...ofThisDesk },
  send_newsletter: { call: (is) => `send_newsletter('${is.begunNews}', 1)`, ...ofThisDesk },
};
