import { expect, test } from 'vitest';
import { killedServer } from './index.ts';

test('P3: what a server acknowledged is there, once, after kill -9', async () => {
  const { figures, failures } = await killedServer.run('short', 1);
  expect(failures).toEqual([]);
  expect(figures).toMatchObject({ kills: 2, lost: 0, dup: 0, heads: 1 });
});
