import { newestShape } from '@xieshang/server/testing';
import { expect, test } from 'vitest';
import { p15, shapes } from './index.ts';

test(
  'P15: data of every released shape open with every row and every chain as they were, and no way leads back',
  { timeout: 120_000 },
  async () => {
    const { failures, figures } = await p15.run('short', 1);
    expect(failures).toEqual([]);
    expect(figures).toMatchObject({
      shapes: shapes.length,
      upgraded: shapes.filter((shape) => shape !== newestShape).length,
      refused: shapes.length,
    });
  },
);
