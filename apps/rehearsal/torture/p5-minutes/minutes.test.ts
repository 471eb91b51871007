import { expect, test } from 'vitest';
import { minutesConverge } from './index.ts';

test('P5, short: six people write through partitions, crashes and restorations, and read one text', async () => {
  const { figures, failures } = await minutesConverge.run('short', 1);
  expect(failures).toEqual([]);
  for (const faults of ['lost', 'hashes', 'pending', 'doubled', 'missing', 'strange', 'template', 'looks']) expect(figures[faults]).toBe(0);
  for (const done of ['edits', 'words', 'acked', 'kills', 'crashes', 'generations', 'stale', 'twins', 'snapshots'])
    expect(figures[done]).toBeGreaterThan(0);
});

test('P5:200: in a text with much deleted, who answers step 1 with an update frame has all of it at once', async () => {
  const said: string[] = [];
  const outcome = await minutesConverge.replay?.(200, (sentence) => said.push(sentence));
  expect(outcome).toMatchObject({ failures: [], figures: { lost: 0, hashes: 1, looks: 0 } });
  expect(said).toHaveLength(1);
});
