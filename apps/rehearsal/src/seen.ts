// Knows when an edit has reached everybody, by the clocks of its author; not what was edited.

export interface Seen {
  /** An author's text reaches up to `end` (its Yjs clock) since `at`, ms. */
  edited(author: number, end: number, at: number): void;
  /** A reader, who may be anything but the author, holds an author's text up to `end`. */
  saw(reader: unknown, author: number, end: number, at: number): void;
  /** From the edit until the last of the readers held it, ms; of those that all hold. */
  samples(): readonly number[];
  /** Edits that somebody still lacks. */
  open(): number;
}

interface Edit {
  readonly end: number;
  readonly at: number;
  left: number;
}

/** `readers`: how many hold a copy beside the author. */
export function seenBy(readers: number): Seen {
  const edits = new Map<number, Edit[]>();
  /** How many edits of an author a reader holds. */
  const held = new Map<unknown, Map<number, number>>();
  const samples: number[] = [];
  let open = 0;
  return {
    edited: (author, end, at) => {
      const own = edits.get(author) ?? [];
      edits.set(author, own);
      own.push({ end, at, left: readers });
      if (readers > 0) open += 1;
      else samples.push(0);
    },
    saw: (reader, author, end, at) => {
      const own = edits.get(author) ?? [];
      const of = held.get(reader) ?? new Map<number, number>();
      held.set(reader, of);
      let place = of.get(author) ?? 0;
      for (let edit = own[place]; edit && edit.end <= end; edit = own[place]) {
        place += 1;
        edit.left -= 1;
        if (edit.left > 0) continue;
        samples.push(at - edit.at);
        open -= 1;
      }
      of.set(author, place);
    },
    samples: () => samples,
    open: () => open,
  };
}
