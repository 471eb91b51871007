import { expect, test } from 'vitest';
import { badDisk } from './index.ts';

test('P4: a spoilt log comes back as a prefix, and a disk that refuses is never called written', async () => {
  const { figures, failures } = await badDisk.run('short', 1);
  if ('skipped' in figures) process.stderr.write(`P4：${figures['skipped']}\n`);
  expect(failures).toEqual([]);
  expect(figures).toMatchObject({ cuts: 20, corruptOpens: 0, lost: 0, dup: 0 });
});
