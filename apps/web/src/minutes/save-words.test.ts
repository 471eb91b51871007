import { expect, test } from 'vitest';
import type { SaveState } from './editor/save-state.ts';
import { saveLine } from './save-words.ts';

const quiet: SaveState = { line: 'open', typed: 0, received: 0, onDisk: true, diskFails: false, waiting: 0 };
const at = (change: Partial<SaveState>) => saveLine({ ...quiet, ...change });

test('law 10: saved is said only of what is on disk', () => {
  expect(at({})).toEqual({ tone: 'saved', text: '全部已存盘' });
  for (const state of [{ typed: 1 }, { received: 1 }, { diskFails: true }]) expect(at({ ...state, onDisk: false }).tone).not.toBe('saved');
});

test('law 10: typed and received are told apart', () => {
  expect(at({ typed: 1, received: 1, onDisk: false }).text).toBe('正在保存…');
  expect(at({ received: 1, onDisk: false }).text).toMatch('服务器已收到');
});

test('without a line it says how much is nowhere but here', () => {
  expect(at({ line: 'connecting', typed: 2, received: 1, onDisk: false })).toEqual({
    tone: 'owed',
    text: '尚未存盘：3 处改动还在本机，网络恢复后自动送出',
  });
});

test('a failing disk is said before anything else', () => {
  expect(at({ line: 'refused', diskFails: true, onDisk: false })).toMatchObject({
    tone: 'alarm',
    text: expect.stringContaining('无法存盘'),
  });
});
