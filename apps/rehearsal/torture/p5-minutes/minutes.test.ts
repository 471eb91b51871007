import { expect, test } from 'vitest';
import { minutesConverge } from './index.ts';

test('P5, short: six people write through partitions, crashes and restorations, and read one text', async () => {
  const { figures, failures } = await minutesConverge.run('short', 1);
  expect(failures).toEqual([]);
  for (const faults of ['lost', 'hashes', 'pending', 'doubled', 'missing', 'strange', 'template', 'looks']) expect(figures[faults]).toBe(0);
  for (const done of ['edits', 'words', 'acked', 'kills', 'crashes', 'generations', 'stale', 'twins'])
    expect(figures[done]).toBeGreaterThan(0);
});

test('a seed does the same thing each time', async () => {
  const [one, other] = [await minutesConverge.replay?.(8, () => undefined), await minutesConverge.replay?.(8, () => undefined)];
  expect(one?.figures).toEqual(other?.figures);
});
