// Knows how the facts of one circle are spelled one behind the other, so that whoever lacks some gets one piece of it; not who lacks which.
import type { Delivery } from '@xieshang/protocol';

/** A stretch of memory that is only added to. */
interface Page {
  readonly buffer: Buffer;
  used: number;
  next: Page | null;
}

/** Facts of one telling on a tape: the entries of their list, each with a comma behind it. */
export interface Run {
  readonly tape: Tape;
  /** Counts the tellings of a tape. */
  readonly place: number;
  readonly page: Page;
  /** Where each fact begins, and where the next run would. */
  readonly starts: readonly number[];
  /** Whether it is digests only: nothing in it that anybody could see. */
  readonly isSealed: boolean;
}

/** Something to be read in place of what the tape has there. */
export interface Instead {
  readonly page: Page;
  readonly from: number;
  readonly end: number;
  readonly text: Buffer;
}

/** Runs of one tape without a gap, with what somebody reads in place of some of it, in order. */
export interface Stretch {
  readonly first: Run;
  readonly last: Run;
  readonly own: readonly Instead[];
}

const pageBytes = 64 * 1024;
const newPage = (bytes: number): Page => ({ buffer: Buffer.allocUnsafeSlow(Math.max(bytes, pageBytes)), used: 0, next: null });
const spell = (delivery: Delivery): string => `${JSON.stringify(delivery)},`;

export class Tape {
  #page = newPage(0);
  #places = 0;
  #newest: { readonly shared: readonly Delivery[]; readonly run: Run } | null = null;

  /** The run of a list; the same list, told to the next in the circle, is not spelled again. */
  runOf(shared: readonly Delivery[]): Run {
    if (this.#newest?.shared === shared) return this.#newest.run;
    const run = this.#append(shared);
    this.#newest = { shared, run };
    return run;
  }

  #append(shared: readonly Delivery[]): Run {
    const texts = shared.map(spell);
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    if (this.#page.used + bytes > this.#page.buffer.length) {
      const next = newPage(bytes);
      this.#page.next = next;
      this.#page = next;
    }
    const page = this.#page;
    const starts = [page.used];
    for (const text of texts) starts.push((page.used += page.buffer.write(text, page.used)));
    this.#places += 1;
    return { tape: this, place: this.#places, page, starts, isSealed: shared.every((delivery) => !('bytes' in delivery)) };
  }
}

export const isNext = (run: Run, last: Run): boolean => run.tape === last.tape && run.place === last.place + 1;

export const bytesOf = ({ starts }: Run): number => (starts.at(-1) ?? 0) - (starts[0] ?? 0);

/** One's own reading of the fact at a place of a run. */
export function insteadOf({ page, starts }: Run, place: number, delivery: Delivery): Instead {
  return { page, from: starts[place] ?? 0, end: starts[place + 1] ?? 0, text: Buffer.from(spell(delivery)) };
}

/** The entries of a stretch, each with a comma behind it: as few pieces as there are pages and own readings. */
export function entriesOf({ first, last, own }: Stretch): readonly Buffer[] {
  const pieces: Buffer[] = [];
  let page = first.page;
  let at = first.starts[0] ?? 0;
  const copyTo = (end: Page, to: number): void => {
    for (; page !== end && page.next; page = page.next, at = 0) pieces.push(page.buffer.subarray(at, page.used));
    if (to > at) pieces.push(page.buffer.subarray(at, to));
  };
  for (const one of own) {
    copyTo(one.page, one.from);
    pieces.push(one.text);
    at = one.end;
  }
  copyTo(last.page, last.starts.at(-1) ?? 0);
  return pieces;
}
