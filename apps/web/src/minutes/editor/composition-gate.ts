// Law 12 as a gate: while a composition runs nothing of it goes out and nothing of others comes in. Knows neither editor nor wire.

export interface Gate {
  /** A composition began. */
  begin(): void;
  /** It ended and its text is final: own text goes first, then what others did, in their order. */
  end(): void;
  readonly closed: boolean;
  /** Something of others: drawn now, or at the end of the composition. */
  remote(draw: () => void): void;
  /** Something that would disturb a composition, for example a new document: done now, or after all others at the end. */
  whenOpen(act: () => void): void;
  /** How many changes of others wait. */
  readonly waiting: number;
}

interface Ends {
  /** Before anything is drawn from outside: what the person has just done is taken in first. */
  readonly settle: () => void;
  /** Hands the final text to the document. */
  readonly flush: () => void;
  /** `waiting` or `closed` changed. */
  readonly changed: () => void;
}

export function createGate({ settle, flush, changed }: Ends): Gate {
  let closed = false;
  let held: (() => void)[] = [];
  let later: (() => void)[] = [];
  return {
    begin: () => {
      if (closed) return;
      closed = true;
      changed();
    },
    end: () => {
      if (!closed) return;
      closed = false;
      flush();
      const draws = held;
      held = [];
      for (const draw of draws) draw();
      const acts = later;
      later = [];
      for (const act of acts) act();
      changed();
    },
    get closed() {
      return closed;
    },
    remote: (draw) => {
      if (!closed) {
        settle();
        return draw();
      }
      held.push(draw);
      changed();
    },
    whenOpen: (act) => {
      if (closed) {
        later.push(act);
        return;
      }
      settle();
      act();
    },
    get waiting() {
      return held.length;
    },
  };
}
