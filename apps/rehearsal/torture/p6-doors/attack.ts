// Knows how many tries of one kind are let loose on the server at once, and which of them were under way when something broke.
import { randomFrom, type Random } from '../../src/prose.ts';
import type { Failure, Size } from '../programme.ts';
import type { Arena } from './arena.ts';

export interface Attempt {
  readonly arena: Arena;
  readonly random: Random;
  /** Names the try, and whatever it sends that must be told apart. */
  readonly seed: number;
  /** Counts one more of these. */
  count(what: string, more?: number): void;
  /** What the server may not do. */
  wrong(sentence: string): void;
  /** In a replay: what is being sent. */
  say(sentence: string): void;
}

export interface Attack {
  readonly name: string;
  /** How many of `unit` there are to be. */
  readonly sizes: Readonly<Record<Size, number>>;
  /** What `sizes` counts; a try counts them itself. */
  readonly unit: string;
  readonly atOnce: number;
  attempt(attempt: Attempt): Promise<void>;
}

export type Counts = Map<string, number>;

export interface Loose {
  readonly counts: Counts;
  readonly failures: Failure[];
}

/** Goes on until there were so many; ends early, with the seeds that were under way, when the server does. */
export async function letLoose(
  attack: Attack,
  arena: Arena,
  first: number,
  many: number,
  say: Attempt['say'] = () => undefined,
): Promise<Loose> {
  const counts: Counts = new Map();
  const failures: Failure[] = [];
  const underWay = new Set<number>();
  const count = (what: string, more = 1): void => void counts.set(what, (counts.get(what) ?? 0) + more);
  const done = (): boolean => (counts.get(attack.unit) ?? 0) >= many || !arena.isAlive() || failures.length > 50;
  let next = first;

  const one = async (): Promise<void> => {
    while (!done()) {
      const seed = next;
      next += 1;
      underWay.add(seed);
      const wrong = (sentence: string): void => void failures.push({ seed, sentence: `${attack.name}：${sentence}` });
      // Seeds of one attack are none of another's.
      const random = randomFrom(seed * 31 + attack.name.length);
      try {
        await attack.attempt({ arena, random, seed, count, wrong, say });
      } catch (error) {
        if (arena.isAlive()) wrong(`没有得到结果：${error instanceof Error ? error.message : String(error)}`);
      }
      if (arena.isAlive()) underWay.delete(seed);
    }
  };
  await Promise.all(Array.from({ length: Math.min(attack.atOnce, many) }, one));
  if (!arena.isAlive()) {
    for (const seed of underWay) failures.push({ seed, sentence: `${attack.name}：服务器进程结束了，当时正在进行的尝试之一` });
  }
  return { counts, failures };
}
