import { expect, test } from 'vitest';
import { reconnect } from './index.ts';

test('P9: whoever comes back has missed nothing and seen nothing twice', async () => {
  const { figures, failures } = await reconnect.run('short', 1);
  expect(failures).toEqual([]);
  expect(figures).toMatchObject({ lost: 0, dup: 0, gaps: 0, heads: 1, strays: 0 });
});
