// Knows what this server says of itself to each meeting's pages: its key and the restorations there were; signs nothing.
import type { MeetingId } from '@xieshang/meeting';
import type { Standing } from '@xieshang/protocol';
import type { EpochRow } from './ports.ts';

/** Read once: a restoration happens only while no server runs. */
export function standings(rows: readonly EpochRow[], key: string): (meeting: MeetingId) => Standing {
  const restorations = [...Map.groupBy(rows, ({ restoredAt }) => restoredAt).values()].map((some) => ({
    own: new Map(some.map(({ meeting, signed }) => [meeting, signed])),
    rest: some.find(({ meeting }) => meeting === null)?.signed,
  }));
  return (meeting) => ({ key, epochs: restorations.flatMap(({ own, rest }) => own.get(meeting) ?? rest ?? []) });
}
