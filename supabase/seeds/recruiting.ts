/** Calls for mentors where most people wait, and a company that has been invited; two who have applied came that way. */
import type { Sql } from 'postgres';
import { insertRows } from './insert-rows.ts';
import { desksOf, later } from './ledger.ts';
import { dice } from './random.ts';
import type { Settled } from './settle.ts';
import { sure } from './sure.ts';

/** The only programme of the town where in several fields more than two people wait. */
const programme = 'highly-skilled';

interface Facts {
  field: string;
  language: string | null;
  region: string | null;
}

/** Writes calls that tell as much as may be told, and the company. */
export async function fillRecruiting(sql: Sql, settled: Settled, asOf: Date): Promise<void> {
  const chance = dice(20_261_123);
  const desk = sure(settled.desks.get(programme));
  const needs: string[] = [];
  for (const facts of await mostMissed(sql)) {
    const id = chance.uuid();
    const raised_at = later(asOf, -chance.int(4, 20));
    const row = { id, programme, ...facts, raised_by: desk, raised_at, expires_on: later(raised_at, 60) };
    await insertRows(sql, 'public.needs', [row]);
    await insertRows(sql, 'public.events', [
      {
        at: raised_at,
        actor: desk,
        verb: 'raise_need',
        noun: 'need',
        subject: id,
        desks: facts.region ? desksOf(programme, facts.region) : desksOf(programme),
        detail: {},
      },
    ]);
    needs.push(id);
  }
  const company = chance.uuid();
  const invitation = chance.uuid();
  await insertRows(sql, 'public.companies', [{ id: company, programme, region: null, name: 'Brobygg Demo' }]);
  await insertRows(sql, 'public.invitations', [
    {
      id: invitation,
      company,
      quota: 21,
      valid_until: later(asOf, 60),
      made_by: desk,
      made_at: later(asOf, -12),
      closed_at: null,
    },
  ]);
  const came = await sql<{ id: string }[]>`select id from public.applications
    where programme = ${programme} and part = 'mentor' and status = 'sent' order by sent_at desc limit 2`;
  await insertRows(sql, 'public.need_answers', [{ need: needs[0], application: came[0]?.id }]);
  await insertRows(sql, 'public.invitation_answers', [{ invitation, application: came[1]?.id }]);
}

/** For the fields in which most people wait: the narrowest facts that still mean enough of them. */
const mostMissed = (sql: Sql): Promise<Facts[]> => sql<Facts[]>`
  with told as (
    select distinct left(m.field, 2) as field, l as language, r as region
    from public.mentees m cross join lateral (values (null), ('en')) as a (l)
      cross join lateral (values (null), (m.region)) as b (r)
    where m.programme = ${programme} and m.standing = 'approved'
  ), covered as (
    select distinct on (t.field) t.* from told t
    where private.could_be_meant(${programme}, t.field, t.language, t.region, null, null) >= 3
    order by t.field, num_nonnulls(t.language, t.region) desc, t.region
  )
  select field, language, region from covered
  order by private.could_be_meant(${programme}, field, null, null, null, null) desc, field limit 3`;
