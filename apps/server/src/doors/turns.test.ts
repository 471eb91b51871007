import { expect, test } from 'vitest';
import { openTurns } from './turns.ts';

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Turns by a clock that moves only while work is done, and a connection that notes whether it is read. */
function counter() {
  let now = 0;
  const turns = openTurns(() => now);
  const reads: string[] = [];
  return {
    intake: () => turns.intake({ pause: () => reads.push('pause'), resume: () => reads.push('resume') }),
    reads,
    taking:
      (ms: number, work: () => void = () => undefined) =>
      () => {
        now += ms;
        work();
      },
  };
}

test('what fits into a turn is done at once, and reading goes on', () => {
  const { intake, reads, taking } = counter();
  const done: number[] = [];
  const one = intake();
  for (const n of [1, 2, 3]) one.take(taking(0.5, () => done.push(n)));
  expect(done).toEqual([1, 2, 3]);
  expect(reads).toEqual([]);
});

test('a flood is not read further until what came is done, a share a turn, in order', async () => {
  const { intake, reads, taking } = counter();
  const done: number[] = [];
  const one = intake();
  for (let n = 0; n < 9; n += 1) one.take(taking(1, () => done.push(n)));
  expect(done).toEqual([0, 1]);
  expect(reads).toEqual(['pause']);
  await nextTurn();
  expect(done).toEqual([0, 1, 2, 3]);
  while (done.length < 9) await nextTurn();
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(reads).toEqual(['pause', 'resume']);
});

test('a bystander is served at once whatever others have waiting', () => {
  const { intake, taking } = counter();
  const done: string[] = [];
  const flood = intake();
  for (let n = 0; n < 1000; n += 1) flood.take(taking(1, () => done.push('flood')));
  intake().take(taking(1, () => done.push('bystander')));
  expect(done).toEqual(['flood', 'flood', 'bystander']);
});

test('a hundred that flood together hold a turn up no longer than a few, and each gets on', async () => {
  const { intake, taking } = counter();
  const done = new Map<number, number>();
  let inTurn = 0;
  for (let who = 0; who < 100; who += 1) {
    const one = intake();
    const work = taking(1, () => {
      done.set(who, (done.get(who) ?? 0) + 1);
      inTurn += 1;
    });
    for (let n = 0; n < 3; n += 1) one.take(work);
  }
  inTurn = 0;
  let longest = 0;
  while ([...done.values()].some((count) => count < 3)) {
    await nextTurn();
    longest = Math.max(longest, inTurn);
    inTurn = 0;
  }
  expect(longest).toBeLessThanOrEqual(8);
});

test('a piece of work that breaks costs nobody the rest', async () => {
  const { intake, taking } = counter();
  const done: number[] = [];
  const one = intake();
  expect(() =>
    one.take(() => {
      throw new Error('broken');
    }),
  ).toThrow('broken');
  for (let n = 0; n < 5; n += 1) one.take(taking(1, () => done.push(n)));
  while (done.length < 5) await nextTurn();
  expect(done).toEqual([0, 1, 2, 3, 4]);
});

test('one that is held is neither read nor served until its time is over', async () => {
  const { intake, reads, taking } = counter();
  const done: string[] = [];
  const one = intake();
  one.hold(20);
  one.take(taking(1, () => done.push('after')));
  await nextTurn();
  expect(done).toEqual([]);
  const over = Promise.withResolvers<void>();
  one.take(taking(1, over.resolve));
  await over.promise;
  await nextTurn();
  expect(done).toEqual(['after']);
  expect(reads).toEqual(['pause', 'resume']);
});
