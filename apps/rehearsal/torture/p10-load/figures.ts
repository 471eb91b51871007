// Knows what is told of a full hall and what has to hold; measures nothing itself.
import type { Sent } from '../../src/attendee.ts';
import type { Health } from '../../src/front-door.ts';
import { spreadOf, type Spread } from '../../src/spread.ts';
import type { Written } from '../../src/written.ts';

/** ms and MiB; each figure has to stay below. */
const goals = { ackP95: 500, ackP99: 1500, loopP99: 100, rssMb: 512 } as const;

/** Samples in ms. */
export interface Samples {
  /** From the link to the meeting on the screen. */
  readonly joins: readonly number[];
  readonly commands: readonly Sent[];
  /** From sending a vote until the hall screen holds it. */
  readonly shown: readonly number[];
  readonly written: Written | null;
}

export function figuresOf({ joins, commands, shown, written }: Samples) {
  const at = (spread: Spread | null, which: 'p50' | 'p95' | 'p99'): number => spread?.[which] ?? 0;
  const [join, ack, hall] = [spreadOf(joins), spreadOf(commands.map(({ tookMs }) => tookMs)), spreadOf(shown)];
  const text = written?.editToDisk ?? null;
  return {
    members: joins.length,
    commands: commands.length,
    edits: written?.edits ?? 0,
    joinP95: at(join, 'p95'),
    ackP50: at(ack, 'p50'),
    ackP95: at(ack, 'p95'),
    ackP99: at(ack, 'p99'),
    screenP95: at(hall, 'p95'),
    textOnDiskP95: at(text, 'p95'),
    textOnDiskP99: at(text, 'p99'),
    textSeenP95: at(written?.editToSeen ?? null, 'p95'),
  };
}

/** The worse of what the server said of itself. */
export const machineOf = (told: readonly (Health | null)[]) => ({
  loopP99: Math.max(0, ...told.map((one) => one?.eventLoopP99Ms ?? 0)),
  rssMb: Math.max(0, ...told.map((one) => one?.rssMb ?? 0)),
});

export const missed = (figures: Readonly<Record<string, number>>): readonly string[] =>
  Object.entries(goals).flatMap(([name, most]) => ((figures[name] ?? 0) < most ? [] : [`${name} 为 ${figures[name]}，应小于 ${most}`]));
