// Knows how the server's time is shared between connections that send more than a turn can take; not what they send.

/** How a connection is kept from bringing more: the sender's own network holds the rest back. */
export interface Reading {
  pause(): void;
  resume(): void;
}

export interface Intake {
  /** Does it now while this connection has time left in this turn, otherwise in one of the next; always in order. */
  take(work: () => void): void;
  /** Nothing more is done or read for that long, ms. */
  hold(ms: number): void;
}

export interface Turns {
  intake(reading: Reading): Intake;
}

/** What one connection may do in one turn of the event loop, and all that wait together, ms. */
const ownShareMs = 2;
const sharedMs = 8;
/** So many at most: what a piece of work leaves to promises is not seen in its own time. */
const ownShare = 32;

interface Round {
  readonly clock: () => number;
  /** Those with something left to do, the longest waiting first. */
  readonly waiting: Set<Queue>;
  /** Those that have used some of their share of this turn. */
  readonly active: Set<Queue>;
  schedule(): void;
}

/** Round and round: whoever waits gets a share each turn, and between two turns everybody else's sockets are read. */
export function openTurns(clock: () => number = () => performance.now()): Turns {
  let isScheduled = false;
  const round: Round = {
    clock,
    waiting: new Set(),
    active: new Set(),
    schedule: () => {
      if (!isScheduled) setImmediate(turn);
      isScheduled = true;
    },
  };
  const turn = (): void => {
    isScheduled = false;
    for (const queue of round.active) queue.newTurn();
    round.active.clear();
    const until = clock() + sharedMs;
    for (const queue of [...round.waiting]) {
      if (clock() >= until) break;
      queue.serve(until);
    }
    if (round.waiting.size > 0) round.schedule();
  };
  return { intake: (reading) => new Queue(round, reading) };
}

/** A class, as every connection has one: functions of its own would weigh more than all else that is kept of it. */
class Queue implements Intake {
  readonly #round: Round;
  readonly #reading: Reading;
  #works: (() => void)[] = [];
  #spentMs = 0;
  #done = 0;
  #isPaused = false;
  #held: NodeJS.Timeout | undefined;

  constructor(round: Round, reading: Reading) {
    this.#round = round;
    this.#reading = reading;
  }

  take(work: () => void): void {
    if (this.#works.length === 0 && !this.#held && this.#mayGoOn()) return this.#run(work);
    this.#works.push(work);
    this.#pause();
    this.#queueUp();
  }

  hold(ms: number): void {
    clearTimeout(this.#held);
    this.#round.waiting.delete(this);
    this.#pause();
    this.#held = setTimeout(() => {
      this.#held = undefined;
      this.#queueUp();
      this.#resume();
    }, ms);
  }

  /** Its share of a turn; behind the others when something is left. */
  serve(until: number): void {
    this.#round.waiting.delete(this);
    const works = this.#works;
    this.#works = [];
    let at = 0;
    // At least one: work that takes long must not wait for ever.
    while (at < works.length && !this.#held && (at === 0 || (this.#mayGoOn() && this.#round.clock() < until))) {
      const work = works[at];
      at += 1;
      if (work) this.#run(work);
    }
    this.#works = [...works.slice(at), ...this.#works];
    this.#queueUp();
    this.#resume();
  }

  newTurn(): void {
    this.#spentMs = 0;
    this.#done = 0;
  }

  #mayGoOn(): boolean {
    return this.#spentMs < ownShareMs && this.#done < ownShare;
  }

  #run(work: () => void): void {
    const began = this.#round.clock();
    this.#done += 1;
    this.#round.active.add(this);
    this.#round.schedule();
    try {
      work();
    } finally {
      this.#spentMs += this.#round.clock() - began;
    }
  }

  #queueUp(): void {
    if (this.#works.length === 0 || this.#held) return;
    this.#round.waiting.add(this);
    this.#round.schedule();
  }

  #pause(): void {
    if (!this.#isPaused) this.#reading.pause();
    this.#isPaused = true;
  }

  #resume(): void {
    if (!this.#isPaused || this.#held || this.#works.length > 0) return;
    this.#isPaused = false;
    this.#reading.resume();
  }
}
