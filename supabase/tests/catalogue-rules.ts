/**
 * What is true of every table, function and policy at once. Each rule is a query that lists its offenders as `what`.
 * The numbers are those of Supabase's advisor whose idea a rule follows; the queries are our own.
 */
export interface Rule {
  says: string;
  query: string;
  /** Offenders we accept, each with the reason. */
  but?: Record<string, string>;
}

const ours = `in ('public'::regnamespace, 'private'::regnamespace)`;
const tables = `pg_class c where c.relkind in ('r', 'p') and c.relnamespace ${ours}`;
const functions = `pg_proc p where p.pronamespace ${ours}
  and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;
const policies = `pg_policies where schemaname in ('public', 'private')`;

/** What visitors may read. They have no rights to read with, so it is read with the owner's, and gives what anybody may know. */
const openToRead: Record<string, string> = {
  open_invitation: 'whoever holds the secret of a link reads the company and the programme, and no person',
  open_needs: 'coarse facts, and only while enough people could be meant',
  meet_mentors:
    'mentors who have said yes to being shown to visitors, the same few all day, and nothing but their cards',
};

/** What visitors may call, and why it is safe. */
const openToVisitors: Record<string, string> = {
  ...openToRead,
  tell_barrier: 'whoever tells has no account: codes alone, limited by month, and it answers nothing',
  ask_us: 'whoever asks has no account; limited by address and by day, and it answers nothing',
  open_partner_link: 'partners have no account: who refers, and to what',
  refer: 'partners have no account; limited by link and by address',
  read_referral: 'partners have no account: only what the person shares',
  open_referral: 'she may have no account yet: what was told about her',
  decline_referral: 'saying no takes no account',
  stop_newsletters: 'the no of whoever has the link below a mail; it answers nothing',
};

export const rules: Rule[] = [
  {
    says: '0013 row security is on everywhere',
    query: `select oid::regclass::text as what from ${tables} and not relrowsecurity`,
  },
  {
    says: '0007, 0008 a table without a policy is one nobody may read',
    query: `select oid::regclass::text as what from ${tables} and not exists (select from pg_policy where polrelid = c.oid)`,
    but: {
      'private.outbox': 'only the worker, as the operator, reads and writes mails',
      'private.directories':
        'only my_directory and my_directory_in_part read it, so that nobody learns who blocked her',
      'private.application_concerns':
        'only read_application reads it, for who wrote it and coordinators of the whole programme',
      'private.import_rows': 'only preview_import and run_import read them, for who has begun the import',
      'private.import_people': 'only undo_import and welcome_imported read them, to take back or to welcome',
      'private.links': 'only verbs that were given a secret look for its hash',
      'private.invitation_links': 'only the verbs compare what a secret hashes to',
      'private.page_answers': 'only the server, as the operator, counts what readers answer',
      'private.enquiry_addresses': 'only answer_enquiry reads where an answer goes, and no coordinator',
      'private.barriers': 'only barriers_by reads them, in steps of five',
      'private.newsletter_readers':
        'only the verbs know who has said yes, and newsletters_since tells each her own',
      'private.enquiry_counts': 'only enquiry_counts_in reads them, masked',
    },
  },
  {
    says: '0004 every table has a primary key',
    query: `select oid::regclass::text as what from ${tables}
      and not exists (select from pg_constraint where conrelid = c.oid and contype = 'p')`,
  },
  {
    says: '0001 every foreign key begins an index',
    query: `select conname as what from pg_constraint f where contype = 'f' and connamespace ${ours} and not exists (
      select from pg_index i where i.indrelid = f.conrelid and i.indpred is null
        and (i.indkey::int2[])[0:cardinality(f.conkey) - 1] = f.conkey)`,
  },
  {
    says: 'every foreign key says what happens when its target goes',
    query: `select conname as what from pg_constraint where contype = 'f' and connamespace ${ours} and confdeltype = 'a'`,
  },
  {
    says: '0021 a foreign key to auth names its primary key',
    query: `select f.conname as what from pg_constraint f join pg_class c on c.oid = f.confrelid
      where f.contype = 'f' and f.connamespace ${ours} and c.relnamespace = 'auth'::regnamespace and not exists (
        select from pg_constraint p where p.conrelid = f.confrelid and p.contype = 'p' and p.conkey = f.confkey)`,
  },
  {
    says: '0009 no two indexes do the same',
    query: `select a.indexrelid::regclass::text as what from pg_index a join pg_index b
        on a.indrelid = b.indrelid and a.indexrelid > b.indexrelid and a.indkey = b.indkey and a.indclass = b.indclass
        and coalesce(pg_get_expr(a.indpred, a.indrelid), '') = coalesce(pg_get_expr(b.indpred, b.indrelid), '')
      join pg_class c on c.oid = a.indrelid where c.relnamespace ${ours}`,
  },
  {
    says: 'every rule for what is stored has a name of its own',
    query: `select conname as what from pg_constraint where connamespace ${ours} and contype = 'c'
      and conname ~ '_check\\d*$'`,
  },
  {
    says: '0010 every view asks as its caller',
    query: `select oid::regclass::text as what from pg_class where relkind = 'v' and relnamespace ${ours}
      and not coalesce(reloptions, '{}') @> '{security_invoker=true}'`,
  },
  {
    says: '0002, 0016, 0017 no view of accounts, no stored view, no foreign table',
    query: `select oid::regclass::text as what from pg_class where relnamespace ${ours} and (relkind in ('m', 'f')
      or (relkind = 'v' and pg_get_viewdef(oid) ~ 'auth\\.users'))`,
  },
  {
    says: '0014 extensions live in their own schema',
    query: `select extname::text as what from pg_extension where extnamespace = 'public'::regnamespace`,
  },
  {
    says: '0022 extensions are of this Postgres',
    query: `select e.extname::text as what from pg_extension e join pg_available_extensions a on a.name = e.extname
      where e.extversion <> a.default_version`,
  },
  {
    says: '0018 no column holds the number of a catalogue row',
    query: `select c.oid::regclass || '.' || a.attname as what from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace ${ours} and c.relkind = 'r' and a.attnum > 0 and a.atttypid::regtype::text ~ '^reg'`,
  },
  {
    says: '0019, 0026, 0027 no message queue and no GraphQL beside the verbs',
    query: `select extname::text as what from pg_extension where extname in ('pgmq', 'pg_graphql')
      union all select nspname::text from pg_namespace where nspname in ('pgmq', 'pgmq_public', 'graphql_public')`,
  },
  {
    says: '0023 what is sensitive by name stands where only the person and her desk read it',
    query: `select c.relname || '.' || a.attname as what from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and a.attname ~*
        '(mail|phone|surname|birth|address|password|secret|token|gender$|contact|national|ssn)'`,
    but: {
      'backgrounds.birth_year': 'the person’s own; her coordinator is told an age, others nothing',
      'people_private.surname': 'the private part',
      'people_private.phone': 'the private part',
      'people_private.gender': 'the private part',
      'people_private.contact': 'the private part',
      'mentees.prefers_gender': 'her own place, which other members never read',
      'open_mentors.gender':
        'kept only where the programme asks, where the fit tells it to whoever wishes; never part of the card',
      'trials.mentee_contact': 'what she chose to show in this trial, read by the two',
      'trials.mentor_contact': 'what she chose to show in this trial, read by the two',
      'referred.phone': 'the private part of a referral, gone when it ends',
      'programmes.asks_gender': 'a rule, not a person',
    },
  },

  {
    says: 'every policy is for those who have signed in, by name',
    query: `select policyname as what from ${policies} and roles <> '{authenticated}'`,
  },
  {
    says: '0006 one permissive policy for a role and a verb',
    query: `select tablename as what from ${policies} and permissive = 'PERMISSIVE'
      group by schemaname, tablename, cmd having count(*) > 1`,
  },
  {
    says: '0003 a policy asks who I am once, not for every row',
    query: `select policyname as what from ${policies} and regexp_replace(coalesce(qual, '') || coalesce(with_check, ''),
      'SELECT (auth\\.uid|private\\.\\w+)\\(\\)', '', 'g') ~ '(auth\\.\\w+|private\\.\\w+)\\(\\)'`,
  },
  {
    says: '0015 no policy believes what a person may write about herself',
    query: `select policyname as what from ${policies} and coalesce(qual, '') || coalesce(with_check, '') ~ 'metadata|jwt'`,
  },
  {
    says: '0024 no policy lets anybody write',
    query: `select policyname as what from ${policies} and cmd <> 'SELECT'`,
  },
  {
    says: 'what everybody who has signed in may read is a list, not a person',
    query: `select tablename as what from ${policies} and qual = 'true'`,
    but: {
      programmes: 'published in git',
      programme_rules: 'published in git',
      forms: 'published in git',
      fields: 'published in git',
      rounds: 'made from programmes',
      field_tiers: 'made from fields',
      places: 'published in git',
      country_groups: 'published in git',
    },
  },
  {
    says: 'the name of a policy is a sentence',
    query: `select policyname as what from ${policies} and policyname !~ ' (sees?|reads?) '`,
  },

  {
    says: 'no table is granted to visitors, and nothing but reading to anybody',
    query: `select t.name || ' ' || r || ' ' || v as what
      from (select oid::regclass::text as name, oid from ${tables}) t
        cross join unnest(array['anon', 'authenticated']) as r
        cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) as v
      where has_table_privilege(r, t.oid, v) and not (r = 'authenticated' and v = 'select')
        or v in ('insert', 'update', 'references') and has_any_column_privilege(r, t.oid, v)
        or r = 'anon' and v = 'select' and has_any_column_privilege(r, t.oid, v)`,
  },
  {
    says: 'no sequence is granted to anybody',
    query: `select oid::regclass || ' ' || r as what from pg_class cross join unnest(array['anon', 'authenticated']) as r
      where relkind = 'S' and relnamespace ${ours} and case when relkind = 'S' then has_sequence_privilege(r, oid, 'usage, select, update') end`,
  },
  {
    says: '0028 visitors may call only what is for everybody',
    query: `select proname::text as what from ${functions} and has_function_privilege('anon', p.oid, 'execute')`,
    but: openToVisitors,
  },
  {
    says: 'visitors may not even look into private',
    query: `select 'private' as what where has_schema_privilege('anon', 'private', 'usage')`,
  },
  {
    says: 'nobody creates anything',
    query: `select n || ' ' || r as what from unnest(array['public', 'private', 'extensions']) as n
      cross join unnest(array['anon', 'authenticated']) as r where has_schema_privilege(r, n, 'create')`,
  },
  {
    says: '0011 every function pins its search path to nothing',
    query: `select oid::regprocedure::text as what from ${functions} and not coalesce(proconfig, '{}') @> '{"search_path=\\"\\""}'`,
  },
  {
    says: 'who signed in is never an argument',
    query: `select oid::regprocedure::text as what from ${functions} and pronamespace = 'public'::regnamespace
      and proargnames && '{me,user,user_id,uid,actor}'`,
  },
  {
    says: "a verb that changes something runs with the owner's rights, one that reads with the caller's",
    query: `select proname::text as what from ${functions} and pronamespace = 'public'::regnamespace
      and prosecdef <> (provolatile = 'v')`,
    but: openToRead,
  },
  {
    says: "a verb that runs with the owner's rights asks who is calling",
    query: `select proname::text as what from ${functions} and pronamespace = 'public'::regnamespace and prosecdef
      and prosrc !~ 'private\\.me\\(\\)|private\\.hold_\\w+\\(|auth\\.uid\\(\\)|private\\.mails_given_up\\(\\)'`,
    but: openToVisitors,
  },
  {
    says: 'every verb is granted to those who have signed in',
    query: `select oid::regprocedure::text as what from ${functions} and pronamespace = 'public'::regnamespace
      and not has_function_privilege('authenticated', p.oid, 'execute')`,
  },
  {
    says: 'no two functions share a name',
    query: `select proname::text as what from ${functions} group by pronamespace, proname having count(*) > 1`,
  },
];
