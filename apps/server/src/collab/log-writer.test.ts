import { expect, onTestFinished, test, vi } from 'vitest';
import type { MinutesUpdate } from '../ports.ts';
import { openLogWriter } from './log-writer.ts';

const update = (letter: number): MinutesUpdate => ({
  ...{ author: 'mishu1', connection: 'c-1', at: 0, facts: [], clients: [] },
  bytes: Uint8Array.of(letter),
});

/** A log that notes what each commit held, and a pen that can be told how soon one may follow on another. */
function pen() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const at = { everyMs: 10, commits: [] as number[][], written: [] as number[] };
  const writer = openLogWriter({
    ...{ document: 'd', head: 0, turned: (_works, error) => expect(error).toBeUndefined(), everyMs: () => at.everyMs },
    store: {
      updates: () => Promise.resolve([]),
      append: async (_document, _after, updates) => {
        at.commits.push(updates.map(({ bytes }) => bytes[0] ?? 0));
        return 'appended';
      },
    },
  });
  const write = (letter: number): void => writer.add({ update: update(letter), written: (seq) => void at.written.push(seq) });
  return { at, write };
}

test('what comes alone is written in the same turn; what comes soon after shares a commit a little later', async () => {
  const { at, write } = pen();
  write(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(at.commits).toEqual([[1]]);
  for (const letter of [2, 3, 4]) {
    write(letter);
    await vi.advanceTimersByTimeAsync(2);
  }
  expect([at.commits, at.written]).toEqual([[[1]], [1]]);
  await vi.advanceTimersByTimeAsync(10);
  expect([at.commits, at.written]).toEqual([
    [[1], [2, 3, 4]],
    [1, 2, 3, 4],
  ]);
});

test('how soon is asked each time: with much to tell, more shares a commit', async () => {
  const { at, write } = pen();
  write(1);
  await vi.advanceTimersByTimeAsync(0);
  at.everyMs = 30;
  for (const letter of [2, 3]) {
    write(letter);
    await vi.advanceTimersByTimeAsync(14);
  }
  expect(at.commits).toEqual([[1]]);
  await vi.advanceTimersByTimeAsync(5);
  expect(at.commits).toEqual([[1], [2, 3]]);
});
