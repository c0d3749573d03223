/** Writes the ledger into the database. Its triggers count places and open requests. */
import type { Sql } from 'postgres';
import { cast } from './cast.ts';
import { insertRows, type Row } from './insert-rows.ts';
import { later, type Ledger } from './ledger.ts';
import type { Settled } from './settle.ts';
import type { Past } from './stories.ts';
import { sure } from './sure.ts';

/** Everything that has happened, with the fits of its day. */
export async function writeLedger(
  sql: Sql,
  ledger: Ledger,
  settled: Settled,
  past: Past,
  asOf: Date,
): Promise<void> {
  // Fits are asked while everybody is free, as they were when the request was sent.
  const pairs = ledger.requests.map(({ id, mentee, mentor }) => ({ id, mentee, mentor }));
  const fits = await sql<{ id: string; score: number; reasons: unknown }[]>`
    select p.id, f.score, f.reasons
    from jsonb_to_recordset(${sql.json(pairs)}) as p (id uuid, mentee uuid, mentor uuid)
      cross join lateral private.fit_of(p.mentee, p.mentor) f`;
  const fitOf = new Map(fits.map((fit) => [fit.id, fit]));
  for (const request of ledger.requests) {
    const { score, reasons } = sure(fitOf.get(request.id));
    Object.assign(request, { score, reasons });
  }
  noteLastSteps(ledger, settled, past);
  await insertRows(sql, 'public.requests', ledger.requests);
  await insertRows(sql, 'public.letters', [...ledger.letters.values()]);
  await insertRows(sql, 'public.declines', ledger.declines);
  await insertRows(sql, 'public.trials', ledger.trials);
  await insertRows(sql, 'public.verdicts', ledger.verdicts);
  await insertRows(sql, 'public.matches', ledger.matches);
  await insertRows(sql, 'public.endings', ledger.endings);
  const told = ledger.events.sort((a, b) => a.at.getTime() - b.at.getTime());
  await insertRows(sql, 'public.events', told);
  await insertRows(sql, 'private.outbox', mailsOf(ledger, settled, asOf));
}

/** Being ready is a transition too. The cast's happened with the cast. */
function noteLastSteps(ledger: Ledger, { mentors, mentees }: Settled, { approved }: Past): void {
  for (const { id, part, town, row } of [...mentors, ...mentees]) {
    const at = approved.get(id);
    if (!at) continue;
    ledger.events.push({
      at,
      actor: id,
      verb: 'finish_step',
      noun: part,
      subject: id,
      mentee: part === 'mentee' ? id : null,
      mentor: part === 'mentor' ? id : null,
      desks: [town.programme, `${town.programme}/${row.region}`],
      detail: { step: 'readiness' },
    });
    ledger.mail(at, `${part}-ready:${id}:${at.toISOString()}`, `${part}-ready`, id);
  }
}

/** Mails of the last weeks: all sent, but the newest requests', which wait, and one that could not be delivered. */
function mailsOf(ledger: Ledger, { mentees, mentors, rules }: Settled, asOf: Date): Row[] {
  const recent = ledger.mails.filter(({ queued_at }) => queued_at > later(asOf, -25));
  for (const mail of recent.filter(
    ({ kind, queued_at }) => kind === 'request-sent' && queued_at > later(asOf, -0.2),
  )) {
    const request = sure(ledger.requests.find(({ id }) => mail.key.endsWith(id)));
    const mentee = sure(mentees.find(({ id }) => id === request.mentee));
    const params = { name: mentee.name, days: sure(rules.get(mentee.town.programme)).expiry_days };
    Object.assign(mail, { sent_at: null, attempts: 0, params, next_at: asOf });
  }
  const known: string[] = Object.values(cast).map(({ id }) => id);
  const here = new Set(
    mentors
      .filter(({ town, id }) => town.programme === 'highly-skilled' && !known.includes(id))
      .map(({ id }) => id),
  );
  const lost = recent.find(
    ({ kind, person, sent_at }) => kind === 'request-nudge' && here.has(person) && sent_at,
  );
  const given_up_at = later(asOf, -0.2);
  if (lost)
    Object.assign(lost, {
      sent_at: null,
      attempts: 8,
      given_up_at,
      last_error: '550 5.1.1 Mailbox unavailable',
    });
  return recent;
}
