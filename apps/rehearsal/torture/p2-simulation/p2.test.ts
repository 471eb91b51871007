import { expect, test } from 'vitest';
import { p2 } from './programme.ts';
import { runSeed } from './run.ts';

test('P2: after faults of every kind nothing acknowledged is lost, nothing is doubled and everybody holds the same', async () => {
  const { figures, failures } = await p2.run('short', 1);
  expect(failures).toEqual([]);
  expect(figures).toMatchObject({ runs: 24, lost: 0, dup: 0, gaps: 0, forks: 0, behind: 0, contradicted: 0, leaked: 0, bugs: 0 });
  expect([Number(figures['votes']), Number(figures['elections'])].filter((count) => count > 0)).toHaveLength(2);
});

test.each([
  [1, 800, 'the clock was set back after a timer had rung, and a speech was never marked as over its time'],
  [11, 800, 'the clock was set back after a timer had rung, and an objection window never closed'],
  [20446, 1500, 'a write landed after its process had died, and the next one denied it to the page that asked again'],
  [175, 1500, 'members left while keys were awaited, and an election that had a quorum when it ended was judged without'],
])('P2:%i after %i steps: %s', async (seed, steps) => {
  expect((await runSeed(seed, steps)).faults).toEqual([]);
});

test('P2: a seed runs the same way every time', async () => {
  const tell = async (): Promise<readonly string[]> => {
    const lines: string[] = [];
    await runSeed(17, 400, (line) => void lines.push(line));
    return lines;
  };
  expect(await tell()).toEqual(await tell());
});
