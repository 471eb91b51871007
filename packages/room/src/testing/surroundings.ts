// Time, turns and salts worked by hand, so that a test decides what happens when; knows no meeting.
import type { Surroundings, Trouble } from '../ports.ts';

export interface ByHand {
  readonly world: Surroundings;
  /** What the room reported, in order. */
  readonly troubles: readonly Trouble[];
  /** How many wake-ups are set. */
  readonly alarms: () => number;
  readonly now: () => number;
  /** Sets the clock, forwards or backwards, and rings nothing. */
  setClock(at: number): void;
  /** Lets `ms` pass and rings what falls due, in order, with all that follows from it. */
  pass(ms: number): Promise<void>;
  /** Rings everything that is set though its time has not come, as timers do when the clock is set back. */
  ringEarly(): Promise<void>;
  /** Runs the turns asked for until none is left, with all that needs no clock. */
  settle(): Promise<void>;
  /** A process that died: its turns and wake-ups never come. */
  forget(): void;
}

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

/** More links than any chain of promises here has. */
const microtasks = 24;

/** Lets everything that waits only for promises come to rest. */
export async function quiet(): Promise<void> {
  for (let link = 0; link < microtasks; link += 1) await Promise.resolve();
}

export function byHand(start: number): ByHand {
  let now = start;
  let salts = 0;
  let turns: (() => void)[] = [];
  let alarms: readonly Alarm[] = [];
  const troubles: Trouble[] = [];

  const settle = async (): Promise<void> => {
    await quiet();
    while (turns.length > 0) {
      const due = turns;
      turns = [];
      for (const turn of due) turn();
      await quiet();
    }
  };

  const pass = async (ms: number): Promise<void> => {
    const until = now + ms;
    await settle();
    for (let next = earliest(alarms, until); next; next = earliest(alarms, until)) {
      const rung = next;
      now = Math.max(now, rung.at);
      alarms = alarms.filter((alarm) => alarm !== rung);
      rung.ring();
      await settle();
    }
    now = until;
  };

  return {
    world: {
      now: () => now,
      salt: () => (++salts).toString(16).padStart(32, '0'),
      soon: (turn) => void turns.push(turn),
      wake: (at, ring) => {
        const alarm = { at, ring };
        alarms = [...alarms, alarm];
        return () => void (alarms = alarms.filter((one) => one !== alarm));
      },
      report: (trouble) => void troubles.push(trouble),
    },
    troubles,
    alarms: () => alarms.length,
    now: () => now,
    setClock: (at) => void (now = at),
    pass,
    ringEarly: () => {
      const early = alarms;
      alarms = [];
      for (const { ring } of early) ring();
      return settle();
    },
    settle,
    forget: () => {
      turns = [];
      alarms = [];
    },
  };
}

const earliest = (alarms: readonly Alarm[], until: number): Alarm | undefined =>
  alarms.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at)[0];
