// Lets time pass: nudges, expiries, reminders. Called every minute by the project's scheduler, see docs/operate.md.
import { answerScheduler } from '../shared/scheduler.ts';

Deno.serve(
  answerScheduler(async (sql) => {
    const [row] = await sql`select private.run_due(now()) as done`;
    return row.done;
  }),
);
