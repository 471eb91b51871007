import { expect, test } from 'vitest';
import { paced, takeIn } from './take-in.ts';

const update = new Uint8Array([1, 2, 3]);

test('where nothing can be cut, the update is taken in whole', async () => {
  const taken: Uint8Array[] = [];
  const shares: number[] = [];
  await takeIn(update, { apply: (slice) => taken.push(slice), progress: (share) => shares.push(share), given: () => false });
  expect([taken, shares]).toEqual([[update], [1]]);
});

test('what nobody waits for any more is left', async () => {
  const taken: Uint8Array[] = [];
  await takeIn(update, { apply: (slice) => taken.push(slice), progress: () => undefined, given: () => true });
  expect(taken).toEqual([]);
});

test('work that is soon done goes on at once; after a stretch of it others have their turn', async () => {
  const pause = paced();
  const order: string[] = [];
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    order.push('the reader');
    channel.port1.close();
  };
  channel.port2.postMessage(null);
  await pause();
  order.push('at once');
  for (const until = performance.now() + 30; performance.now() < until;);
  await pause();
  order.push('after a breath');
  expect(order).toEqual(['at once', 'the reader', 'after a breath']);
});
