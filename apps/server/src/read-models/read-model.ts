// Knows what a read model is told and how several are told in turn; not what any of them makes of it.
import type { MeetingId } from '@xieshang/meeting';
import type { StoredEvent } from '@xieshang/room';

/** Told of facts that are on disk, in order; the same ones again change nothing in the end. */
export type ReadModel = (meeting: MeetingId, events: readonly StoredEvent[]) => Promise<void>;

export const inTurn =
  (...models: readonly ReadModel[]): ReadModel =>
  async (meeting, events) => {
    for (const model of models) await model(meeting, events);
  };
