/** What a coordinator has brought in before: one import that was welcomed, and one she took back. */
import type { Sql } from 'postgres';
import { cast } from './cast.ts';
import { insertRows, type Row } from './insert-rows.ts';

const ground =
  'These people take part in the programme already. They know that what the programme has about them moves here and who can see it, and none of them has said no.';

const past: { days: number; part: string; made: number; known: number; undone: boolean }[] = [
  { days: 64, part: 'mentor', made: 23, known: 0, undone: false },
  { days: 33, part: 'mentee', made: 12, known: 1, undone: true },
];

/** Writes that they were; the people have long been part of the town. */
export async function fillImports(sql: Sql, asOf: Date): Promise<void> {
  const rows = past.map(({ days, part, made, known, undone }): Row => {
    const ran = new Date(asOf.getTime() - days * 86_400_000);
    const later = new Date(ran.getTime() + 3_600_000);
    return {
      programme: 'highly-skilled',
      part,
      status: undone ? 'undone' : 'run',
      started_by: cast.coordinator.id,
      started_at: ran,
      ran_at: ran,
      ground,
      digest: `demo-${days}`,
      made,
      known,
      undone_at: undone ? later : null,
      undone_by: undone ? cast.coordinator.id : null,
      welcomed_at: undone ? null : later,
    };
  });
  await insertRows(sql, 'public.imports', rows);
}
