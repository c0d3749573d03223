/** Everybody in their place, and all but two approved; nobody has asked anybody. Made once a run, by `setup.ts`. */
import type { Sql } from 'postgres';
import { addCoordinator, addMentee, addMentor, addPerson, id } from './cast.ts';
import { syncGround } from './cast-programmes.ts';
import { syncForms } from './forms.ts';

/** Puts the cast into an empty town. */
export async function settleQuietTown(sql: Sql): Promise<void> {
  await syncGround(sql);
  await syncForms(sql);
  await addPerson(sql, id.signe);
  await addPerson(sql, id.alma);
  await addMentee(sql, id.amina);
  await addMentee(sql, id.dawit, { place: 'zz-south-mill', field: '2221' });
  await addMentor(sql, id.kari);
  await addMentor(sql, id.jonas, { place: 'zz-south-town', field: '2221' });
  await addCoordinator(sql, id.ingrid, 'free');
  await addCoordinator(sql, id.torstein, 'free', 'zz-south');
  await addCoordinator(sql, id.birthe, 'careful');
  await addMentee(sql, id.nils, { programme: 'careful' });
  await addMentor(sql, id.mette, { programme: 'careful', capacity: 1 });
  await addMentee(sql, id.sol, { programme: 'careful' });
  await addMentor(sql, id.tove, { programme: 'careful' });
  await addMentor(sql, id.pia, { programme: 'careful' });
  await addMentor(sql, id.lin);
  await sql`update public.mentors set paused_from = current_date + case person when ${id.lin} then 300 else 0 end
    where person in (${id.pia}, ${id.lin})`;
  await addMentor(sql, id.wanda, { standing: 'preparing' });
  await addMentee(sql, id.walid, { standing: 'preparing' });
}
