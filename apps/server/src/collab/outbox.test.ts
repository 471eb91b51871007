import { expect, test } from 'vitest';
import { createRequire } from 'node:module';
import { limits } from './limits.ts';
import { openOutbox, type Batch, type Hearer } from './outbox.ts';

interface Heard extends Hearer {
  sendAll(batch: Batch): void;
  readonly batches: Batch[];
}

const hearer = (): Heard => {
  const batches: Batch[] = [];
  return { batches, sendAll: (batch) => void batches.push(batch) };
};
const frame = (text: string): Uint8Array => new TextEncoder().encode(text);
const said = ({ batches }: Heard): string[] => batches.map(({ frames }) => frames.map((one) => new TextDecoder().decode(one)).join(' '));
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function hall(count: number) {
  const at = { now: 0, frames: 0, bytes: 0 };
  const all = Array.from({ length: count }, hearer);
  const outbox = openOutbox<Heard>({
    ...{ hearers: new Set(all), clock: () => at.now },
    sent: (frames, bytes) => {
      at.frames += frames;
      at.bytes += bytes;
    },
  });
  return { at, all, outbox };
}

test('what is told in one turn is heard in one piece, in order, by each what is not their own', async () => {
  const { all, outbox, at } = hall(3);
  const [one, other, third] = all as [Heard, Heard, Heard];
  outbox.tell(frame('a'), one);
  outbox.tell(frame('b'), other);
  outbox.tell(frame('c'));
  await turn();
  expect([said(one), said(other), said(third)]).toEqual([['b c'], ['a c'], ['a b c']]);
  expect([at.frames, at.bytes]).toEqual([9, 9]);
});

test('who said all of it hears nothing', async () => {
  const { all, outbox } = hall(2);
  outbox.tell(frame('a'), all[0]);
  await turn();
  expect(all.map(said)).toEqual([[], ['a']]);
});

test('it is busy when it has more to tell than turns are good for, until it is quiet again', async () => {
  const { outbox, at } = hall(100);
  expect(outbox.isBusy()).toBe(false);
  for (let round = 0; round < limits.busyDeliveries / 100; round += 1) outbox.tell(frame('a'));
  await turn();
  expect(outbox.isBusy()).toBe(true);
  at.now += 10_000;
  expect(outbox.isBusy()).toBe(false);
});

test('a cursor goes with the next update, in order', async () => {
  const { all, outbox } = hall(1);
  outbox.soon(frame('cursor'));
  await turn();
  expect(all.map(said)).toEqual([[]]);
  outbox.tell(frame('update'));
  await turn();
  expect(all.map(said)).toEqual([['cursor update']]);
});

test('a cursor that nothing comes after goes alone', async () => {
  const { all, outbox } = hall(1);
  const heard = Promise.withResolvers<void>();
  const [one] = all as [Heard];
  const { sendAll } = one;
  one.sendAll = (batch) => {
    sendAll(batch);
    heard.resolve();
  };
  outbox.soon(frame('cursor'));
  await heard.promise;
  expect(said(one)).toEqual(['cursor']);
});

test.each([0, 1, 125, 126, 127, 65_535, 65_536, 200_000])('a frame of %i bytes is spelled as ws spells it', (length) => {
  const sender = createRequire(import.meta.url)('ws').Sender;
  const bytes = new Uint8Array(length).fill(7);
  const { all, outbox } = hall(1);
  outbox.tell(bytes);
  outbox.flush();
  const options = { fin: true, opcode: 2, mask: false, rsv1: false, readOnly: true };
  const spelled: readonly Buffer[] = sender.frame(Buffer.from(bytes), options);
  expect(Buffer.compare(Buffer.from(all[0]?.batches[0]?.wire() ?? []), Buffer.concat(spelled))).toBe(0);
});
