import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding';
import { openDeletions, sideBySide } from './deletions.ts';

/** Deleted letters: of which client, which. */
type Letters = readonly (readonly [client: number, clock: number])[];

const letters = fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(40)), { maxLength: 60 });

/** As Yjs spells them, letter by letter and in any order. */
function encoded(some: Letters): Uint8Array {
  const encoder = createEncoder();
  const clients = Map.groupBy(some, ([client]) => client);
  writeVarUint(encoder, clients.size);
  for (const [client, own] of clients) {
    writeVarUint(encoder, client);
    writeVarUint(encoder, own.length);
    for (const [, clock] of own) {
      writeVarUint(encoder, clock);
      writeVarUint(encoder, 1);
    }
  }
  return toUint8Array(encoder);
}

const of = (...some: readonly Letters[]) => {
  const deletions = openDeletions();
  for (const one of some) deletions.add(encoded(one));
  return deletions;
};
const names = (some: Letters): ReadonlySet<string> => new Set(some.map((one) => one.join(':')));

test('they are a set: together, in one another, and what one has beyond the other', () => {
  fc.assert(
    fc.property(letters, letters, letters, (first, second, other) => {
      const [mine, theirs] = [names([...first, ...second]), names(other)];
      const deletions = of(first, second);
      expect(deletions.holds(encoded(other))).toBe([...theirs].every((one) => mine.has(one)));
      const beyond = deletions.beyond(encoded(other));
      const rest = new Set([...mine].filter((one) => !theirs.has(one)));
      expect(beyond === null).toBe(rest.size === 0);
      // Those and what the other has are all there are, and none of those the other has.
      const again = openDeletions();
      if (beyond) again.add(beyond);
      for (const one of [...first, ...second]) expect(again.holds(encoded([one]))).toBe(rest.has(one.join(':')));
      for (const one of other) expect(again.holds(encoded([one]))).toBe(false);
      const together = openDeletions();
      together.add(sideBySide([encoded(first), encoded(second)]));
      for (const one of [together, of(first, second)]) expect(one.encoded()).toEqual(deletions.encoded());
    }),
    { numRuns: 300 },
  );
});

test('what is taken in is as short as it gets', () => {
  const deletions = of([
    [1, 3],
    [1, 1],
    [1, 2],
  ]);
  expect([...deletions.encoded()]).toEqual([1, 1, 1, 1, 3]);
  expect([...openDeletions().encoded()]).toEqual([0]);
});

test('what cannot be read is told so', () => {
  const broken = Uint8Array.of(1, 7, 200);
  const deletions = of([[1, 1]]);
  for (const ask of [() => deletions.holds(broken), () => deletions.beyond(broken)]) expect(ask).toThrow();
});

test('an answer that was heard before is compared again with what was deleted since', () => {
  const deletions = of([[1, 1]]);
  const answer = (): Uint8Array =>
    encoded([
      [1, 1],
      [1, 5],
    ]);
  expect([deletions.holds(answer()), deletions.beyond(answer())]).toEqual([false, null]);
  deletions.add(
    encoded([
      [1, 5],
      [1, 9],
    ]),
  );
  expect(deletions.holds(answer())).toBe(true);
  expect([...(deletions.beyond(answer()) ?? [])]).toEqual([1, 1, 1, 9, 1]);
  expect(deletions.holds(encoded([[1, 20]]))).toBe(false);
});
