import { expect, test } from 'vitest';
import { p11 } from './index.ts';

test('P11 in short: backups under load are whole, and a polite end loses nothing', { timeout: 120_000 }, async () => {
  const { failures, figures } = await p11.run('short', 1);
  expect(failures).toEqual([]);
  expect(figures).toMatchObject({ lost: 0, doubled: 0, findings: 0, differences: 0, stopCode: 0, stopLost: 0 });
});
