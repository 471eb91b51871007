import { expect, test, vi } from 'vitest';
import { trustedDisk } from './disk.ts';

const sqliteError = (errcode: number): Error => Object.assign(new Error('from SQLite'), { errcode });
const failing = (error: Error) => (): never => {
  throw error;
};

test.each([
  ['an input/output error while syncing', 10 | (4 << 8)],
  ['a damaged page', 11],
  ['a file that is no database', 26],
])('D5: after %s nothing is asked again, even what would succeed', (_what, errcode) => {
  const broken = vi.fn();
  const disk = trustedDisk(broken);
  const error = sqliteError(errcode);
  expect(() => disk(failing(error))).toThrow(error);
  const work = vi.fn(() => 'written');
  expect(() => disk(work)).toThrow(error);
  expect(work).not.toHaveBeenCalled();
  expect(broken.mock.calls).toEqual([[error]]);
});

test.each([
  ['a full disk', 13],
  ['a lock held elsewhere', 5],
  ['a broken rule of a table', 19],
])('after %s the next work is done', (_what, errcode) => {
  const broken = vi.fn();
  const disk = trustedDisk(broken);
  expect(() => disk(failing(sqliteError(errcode)))).toThrow('from SQLite');
  expect(disk(() => 'written')).toBe('written');
  expect(broken).not.toHaveBeenCalled();
});
