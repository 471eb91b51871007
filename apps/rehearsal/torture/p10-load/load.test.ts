import { expect, test } from 'vitest';
import { load } from './index.ts';

test('P10: a hall at work is counted right, in the vote and in the minutes', async () => {
  const { figures, failures } = await load.run('short', 1);
  expect(failures).toEqual([]);
  expect(figures).toMatchObject({ members: 20, commands: 40, gaps: 0 });
});
