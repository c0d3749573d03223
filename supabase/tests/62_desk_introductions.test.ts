/** A coordinator takes an introduction out of what visitors see, says why, and lets it be shown again. */
import { describe, expect, test } from 'vitest';
import { renderMail } from '../../server/mail-words.ts';
import { act, actAndTrace, refused } from './affair.ts';
import { id } from './cast.ts';
import { met as visit, namesMet, show, words } from './introduction.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const met = () => visit(db.sql);
const names = () => namesMet(db.sql);

describe('a coordinator', () => {
  test('takes one out at once and tells her why by mail; she cannot put it back, the desk can allow it', async () => {
    await act(db.sql, id.kari, show());
    expect(await act(db.sql, id.ingrid, `desk_person('${id.kari}')`)).toMatchObject({
      places: [{ introduction: { words, stopped: false } }],
    });
    const why = 'It tells too much about your employer.';
    const { events, mails } = await actAndTrace(
      db.sql,
      id.ingrid,
      `stop_introduction('${id.kari}', '${why}')`,
    );
    expect([events, mails]).toEqual([['stop_introduction by ingrid'], ['introduction-stopped to kari']]);
    expect(await met()).toEqual([]);
    expect(await refused(db.sql, id.kari, show())).toBe('introduction_stopped');
    expect(await act(db.sql, id.kari, 'my_introduction()')).toMatchObject({ shown: false, stopped: true });
    expect(await act(db.sql, id.ingrid, `desk_person('${id.kari}')`)).toMatchObject({
      places: [{ introduction: { words, stopped: true } }],
    });
    await act(db.sql, id.ingrid, `allow_introduction('${id.kari}')`);
    expect(await met()).toEqual([]);
    await act(db.sql, id.kari, show());
    expect(await names()).toEqual(['kari']);
  });
  test('wins over a yes that is said in the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      await act(db.sql, id.kari, show());
      await Promise.all([
        refused(db.sql, id.kari, show(`${words} ${round}`)),
        act(db.sql, id.ingrid, `stop_introduction('${id.kari}', 'It names your town.')`),
      ]);
      expect(await met()).toEqual([]);
      await act(db.sql, id.ingrid, `allow_introduction('${id.kari}')`);
    }
  });
  test('gives a reason, and it is in the mail alone', async () => {
    await act(db.sql, id.kari, show());
    expect(await refused(db.sql, id.ingrid, `stop_introduction('${id.kari}', 'No')`)).toBe('written_length');
    expect(await names()).toEqual(['kari']);
    await act(db.sql, id.ingrid, `stop_introduction('${id.kari}', 'It names your town.')`);
    const [mail] = await db.sql`select * from private.take_mail(10)`;
    const always = { link: 'https://example.org/nb/my/', site: 'https://example.org/nb/' };
    const { subject, text } = await renderMail(
      'introduction-stopped',
      'nb',
      mail!.params as Record<string, unknown>,
      always,
    );
    expect(subject).not.toMatch(/kari|ingrid|town/);
    expect(text).toContain('\n\nIt names your town.\n');
    expect(text).toContain(`\n${id.ingrid}@example.org\n`);
    const [event] = await db.sql`select * from public.events where verb = 'stop_introduction'`;
    expect(JSON.stringify(event)).not.toContain('town');
    await db.sql`update private.outbox set attempts = 8, given_up_at = now()`;
    expect(await act(db.sql, id.ingrid, 'desk()')).toMatchObject({
      mails: { items: [{ name: 'kari', kind: 'introduction-stopped' }] },
    });
    expect(await act(db.sql, id.birthe, 'desk()')).toMatchObject({ mails: { items: [] } });
  });
  test('of another desk reads nothing and stops nothing, and nobody deals with her own', async () => {
    await act(db.sql, id.kari, show());
    const stop = `stop_introduction('${id.kari}', 'It names your town.')`;
    expect(await refused(db.sql, id.torstein, stop)).toBe('introduction_unknown');
    expect(await refused(db.sql, id.birthe, stop)).toBe('introduction_unknown');
    await db.sql`insert into public.coordinators (person, programme) values (${id.kari}, 'free')`;
    expect(await refused(db.sql, id.kari, stop)).toBe('introduction_unknown');
    await act(db.sql, id.ingrid, stop);
    expect(await refused(db.sql, id.kari, `allow_introduction('${id.kari}')`)).toBe('introduction_unknown');
  });
});
