// Law 10: the three states, and that nothing but message 100 makes a text safe.
import { expect, test } from 'vitest';
import { saveState } from './save-state.ts';

const quiet = { composed: false, diskFails: false, waiting: 0 };

test('law 10: on disk means every own change', () => {
  expect(saveState('open', { typed: 0, received: 0 }, quiet).onDisk).toBe(true);
  expect(saveState('open', { typed: 0, received: 1 }, quiet).onDisk).toBe(false);
  expect(saveState('open', { typed: 1, received: 0 }, quiet).onDisk).toBe(false);
});

test('law 10: a text that is still composed is not on disk', () => {
  expect(saveState('open', { typed: 0, received: 0 }, { ...quiet, composed: true })).toMatchObject({ typed: 1, onDisk: false });
});

test('law 10: while the disk fails nothing is called saved', () => {
  expect(saveState('open', { typed: 0, received: 0 }, { ...quiet, diskFails: true }).onDisk).toBe(false);
});
