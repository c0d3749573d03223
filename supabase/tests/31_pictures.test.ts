/** Pictures: what is taken and what is not, and that who sees the card sees the picture. */
import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { act, actAndTrace, refused } from './affair.ts';
import { id } from './cast.ts';
import { ask } from './town.ts';
import { newTownEachTest } from './town-each.ts';

const db = newTownEachTest();
const segment = (marker: number, content: number[]) => [
  0xff, marker, ((content.length + 2) >> 8) & 255, (content.length + 2) & 255, ...content,
]; // prettier-ignore
const sized = (width: number, height: number) =>
  segment(0xc0, [
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    3,
    1,
    0x22,
    0,
    2,
    0x11,
    1,
    3,
    0x11,
    1,
  ]);

/** A file that begins, says its size and ends as a JPEG does. */
function jpeg({ width = 256, height = 256, extra = [] as number[], bytes = 400 } = {}): string {
  const head = [0xff, 0xd8, ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]), ...extra, ...sized(width, height)]; // prettier-ignore
  return Buffer.from([...head, ...Array(Math.max(0, bytes - head.length - 2)).fill(7), 0xff, 0xd9]).toString(
    'base64',
  );
}
const save = (photo: string) => `save_picture('${photo}')`;
const seen = (who: string, whom: string) =>
  act<Record<string, { photo?: string; shape?: number }>>(
    db.sql,
    who,
    `pictures_of(array['${whom}']::uuid[])`,
  );

describe('a photo', () => {
  test('is kept, shown to whoever sees the card, and replaced by a shape', async () => {
    const { events } = await actAndTrace(db.sql, id.kari, save(jpeg()));
    expect(events).toEqual(['keep_picture by kari']);
    expect((await seen(id.kari, id.kari))[id.kari]).toEqual({ photo: jpeg() });
    await act(db.sql, id.kari, 'choose_shape(7)');
    expect((await seen(id.amina, id.kari))[id.kari]).toEqual({ shape: 7 });
    await act(db.sql, id.kari, 'choose_shape(null)');
    expect(await seen(id.amina, id.kari)).toEqual({});
  });
  test.each([
    ['a program', Buffer.from(`MZ${'\0'.repeat(500)}`).toString('base64'), 'picture_unsound'],
    [
      'a program that begins like a picture',
      Buffer.from([0xff, 0xd8, ...Array(500).fill(0), 0xff, 0xd9]).toString('base64'),
      'picture_unsound',
    ],
    ['a page', Buffer.from('<svg onload="alert(1)">'.repeat(9)).toString('base64'), 'picture_unsound'],
    ['no base64', 'not a picture!', 'picture_unsound'],
    ['nothing', '', 'picture_unsound'],
    [
      'a photo that says where it was taken',
      jpeg({ extra: segment(0xe1, [0x45, 0x78, 0x69, 0x66, 0, 0]) }),
      'picture_unsound',
    ],
    ['a comment in it', jpeg({ extra: segment(0xfe, [65, 66]) }), 'picture_unsound'],
    ['a huge one in few bytes', jpeg({ width: 20000, height: 20000 }), 'picture_unsound'],
    ['no height', jpeg({ height: 0 }), 'picture_unsound'],
    ['over 20 kB', jpeg({ bytes: 20_481 }), 'picture_is_small'],
    ['30 kB', jpeg({ bytes: 30_000 }), 'picture_is_small'],
  ])('%s is refused', async (_, photo, key) => {
    expect(await refused(db.sql, id.kari, save(photo))).toBe(key);
    expect(await db.sql`select from public.pictures`).toHaveLength(0);
  });
  test('of exactly 20 kB and 256 by 256 is taken', async () => {
    expect(await refused(db.sql, id.kari, save(jpeg({ bytes: 20_480 })))).toBeNull();
  });
  test('null is refused', async () => {
    expect(await refused(db.sql, id.kari, 'save_picture(null)')).toBe('picture_unsound');
  });
});

test('a shape is one of twelve, and whoever is nobody here yet has no picture', async () => {
  expect(await refused(db.sql, id.kari, 'choose_shape(13)')).toBe('picture_shape_range');
  expect(await refused(db.sql, id.kari, 'choose_shape(0)')).toBe('picture_shape_range');
  expect(await refused(db.sql, id.signe, 'choose_shape(3)')).toBe('apply_first');
});

test('a mentee’s picture is seen by the mentor she has asked, and a blocked mentee sees none', async () => {
  await act(db.sql, id.amina, 'choose_shape(2)');
  expect(await seen(id.kari, id.amina)).toEqual({});
  await ask(db.sql, id.amina, id.kari);
  expect(await seen(id.kari, id.amina)).toEqual({ [id.amina]: { shape: 2 } });
  expect(await seen(id.jonas, id.amina)).toEqual({});
  expect(await seen(id.ingrid, id.amina)).toEqual({ [id.amina]: { shape: 2 } });
  await act(db.sql, id.lin, 'choose_shape(5)');
  expect(await seen(id.dawit, id.lin)).toEqual({ [id.lin]: { shape: 5 } });
  await db.sql`insert into public.marks (person, other, mark) values (${id.lin}, ${id.dawit}, 'blocked')`;
  expect(await seen(id.dawit, id.lin)).toEqual({});
});

test('goes with the person', async () => {
  await act(db.sql, id.kari, save(jpeg()));
  await db.sql`delete from auth.users where id = ${id.kari}`;
  expect(await db.sql`select from public.pictures`).toHaveLength(0);
});
