// Knows when a meeting's timers ring: at their time, or later where people or the disk need longer; not what is timed, nor what is done then.
import type { CommandId, Timer } from '@xieshang/meeting';
import type { Surroundings } from './ports.ts';

/** How long timers wait, in ms, after a write that failed. */
const afterFailureMs = 1000;
/** V50. How long, in ms, a phone that lost its line in a restart may take at the most to be back. */
const phonesBackMs = 20_000;

export interface Alarms {
  /** Sets them anew, by what is waited for now. */
  set(): void;
  /** The same after a write that failed: it is tried again, not at once. */
  setAfterFailure(): void;
  /** None rings after. */
  close(): void;
}

/** `timers`: what the meeting waits for now, and at first what it waited for when its room was opened from the log. */
export function openAlarms(
  world: Pick<Surroundings, 'now' | 'wake'>,
  timers: () => readonly Timer[],
  ring: (timer: Timer) => void,
): Alarms {
  /** V50. What people were answering when the room was opened, and until when they are waited for. */
  const interrupted = new Map<CommandId, number>();
  for (const { command, answersUntil } of timers())
    if (answersUntil) interrupted.set(command, world.now() + Math.max(answersUntil.graceMs, phonesBackMs));
  let closed = false;
  let callOff: (() => void)[] = [];

  /** Rung before its time, by a clock set back, it is set again: `decide` would find nothing due and use its id up. */
  const setOne = (timer: Timer, notBefore: number): (() => void) => {
    const at = Math.max(timer.at, notBefore, interrupted.get(timer.command) ?? 0);
    const due = (): void => {
      if (world.now() < at) off = world.wake(at, due);
      else ring(timer);
    };
    let off = world.wake(at, due);
    return () => off();
  };

  const setAll = (notBefore: number): void => {
    for (const off of callOff.splice(0)) off();
    if (!closed) callOff = timers().map((timer) => setOne(timer, notBefore));
  };

  return {
    set: () => setAll(0),
    setAfterFailure: () => setAll(world.now() + afterFailureMs),
    close: () => {
      closed = true;
      for (const off of callOff.splice(0)) off();
    },
  };
}
