// Knows how bytes are spoiled, by chance and on purpose; not what they were.
import type { Random } from '../../src/prose.ts';
import { bytes, oneOf, upTo } from './arena.ts';

type Spoil = (was: Uint8Array, random: Random) => Uint8Array;

const around = (was: Uint8Array, at: number, length: number, put: Uint8Array): Uint8Array =>
  Buffer.concat([was.subarray(0, at), put, was.subarray(Math.min(at + length, was.length))]);

/** A number that goes on and on, and some that are too large to be meant. */
const numbers = [
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
  [0x80, 0x80, 0x80, 0x80, 0x80, 0x00],
  [0x80, 0x80, 0x40],
].map((number) => Uint8Array.from(number));

/** One more or one less: what is nearly sound goes deeper. */
const nudged: Spoil = (was, random) => {
  const at = upTo(random, was.length);
  return around(was, at, 1, Uint8Array.of((was[at] ?? 0) + (upTo(random, 2) === 0 ? 1 : 255)));
};

const spoils: readonly Spoil[] = [
  nudged,
  nudged,
  nudged,
  (was, random) => around(was, upTo(random, was.length), 1, bytes(random, 1)),
  (was, random) => around(was, upTo(random, was.length), 1, bytes(random, 1)),
  (was, random) => {
    const at = upTo(random, was.length);
    return around(was, at, 1, Uint8Array.of((was[at] ?? 0) ^ (1 << upTo(random, 8))));
  },
  (was, random) => around(was, upTo(random, was.length), 1, oneOf(random, numbers)),
  (was, random) => around(was, upTo(random, was.length), 0, bytes(random, 1 + upTo(random, 8))),
  (was, random) => around(was, upTo(random, was.length), 1 + upTo(random, 8), new Uint8Array()),
  (was, random) => was.subarray(0, upTo(random, was.length)),
  (was, random) => {
    const at = upTo(random, was.length);
    return around(was, at, 0, was.subarray(at, at + 1 + upTo(random, 24)));
  },
  (was, random) => Buffer.concat([was, bytes(random, 1 + upTo(random, 32))]),
  (was, random) => around(was, upTo(random, was.length), 1, Uint8Array.of(oneOf(random, [0, 1, 0x7f, 0x80, 0xff]))),
];

/** Between one and six times, mostly once or twice: what is nearly sound goes deeper. */
export function spoiled(was: Uint8Array, random: Random): Uint8Array {
  let now = was;
  for (let times = 1 + Math.floor(random() ** 3 * 6); times > 0; times -= 1) now = oneOf(random, spoils)(now, random);
  return now;
}
