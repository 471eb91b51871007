// Whoever has the minutes open hears that there are other remarks on them, over both ways of the wire; a stock client hears nothing it does not know.
import { expect, test } from 'vitest';
import { meeting, stage } from './testing/stage.ts';

test('all who have the minutes open and know the frame are told how many entries there are', async () => {
  const at = await stage();
  const [knows, stock] = [await at.reader('mishu1', { query: '?receipts=1&schema=2' }), await at.reader('mishu1')];
  at.collab().remarked(meeting, 7);
  await knows.until(() => knows.heard.remarked.length > 0);
  at.collab().remarked(meeting, 8);
  await knows.until(() => knows.heard.remarked.length > 1);
  expect([knows.heard.remarked, stock.heard.remarked]).toEqual([[7, 8], []]);
});

test('minutes that nobody has open are not loaded for it', async () => {
  const at = await stage();
  at.collab().remarked(meeting, 1);
  expect(at.collab().figures().documents).toBe(0);
});
