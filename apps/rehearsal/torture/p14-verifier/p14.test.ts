import { missingPython } from '@xieshang/record/testing';
import { expect, test } from 'vitest';
import { p14 } from './index.ts';

const seed = 1 + Math.floor(Math.random() * 1_000_000);

test(
  `P14 in short, from seed ${seed}: whatever is tampered with is refused by both verifiers for the same reason`,
  {
    timeout: 120_000,
  },
  async ({ skip }) => {
    const missing = missingPython();
    if (missing !== null) skip(missing);
    const { failures, figures } = await p14.run('short', seed);
    expect(failures).toEqual([]);
    expect(figures).toMatchObject({ forgeries: 60, refusedByFirst: 60, refusedBySecond: 60, same: 60 });
  },
);
