// An endpoint of minutes that can die like a process: what it does afterwards reaches neither disk nor people. Knows no text.
import type { Meeting, MeetingId } from '@xieshang/meeting';
import { openCollab, type Arrival, type Collab, type Line, type MinutesStore, type Watched } from '@xieshang/server/testing';

export interface Surroundings {
  readonly store: MinutesStore;
  readonly meeting: MeetingId;
  readonly state: Watched;
  readonly committee: { readonly name: string; readonly zone: string };
  readonly clock: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly report: (error: unknown) => void;
  readonly snapshotSaved: () => void;
}

export interface Mortal {
  readonly collab: Collab;
  isAlive(): boolean;
  /** Without farewell. */
  die(): void;
  /** Dies in the midst of its next write: just before it is on disk, or just after and before anybody is told. */
  dieAtNextWrite(when: 'before' | 'after'): void;
  /** Whether something is on its way to the disk. */
  isWriting(): boolean;
  open(arrival: Arrival): Line;
}

export function mortal({ store, meeting, state, committee, clock, random, report, snapshotSaved }: Surroundings): Mortal {
  let isAlive = true;
  let dying: 'before' | 'after' | null = null;
  let writing = 0;

  // A dead process goes on in a world of its own, where every write succeeds: so it comes to rest.
  const disk: MinutesStore = {
    ...store,
    append: async (document, after, updates) => {
      if (dying === 'before') isAlive = false;
      if (!isAlive) return 'appended';
      writing += 1;
      try {
        return await store.append(document, after, updates);
      } finally {
        writing -= 1;
        if (dying === 'after') isAlive = false;
      }
    },
    saveSnapshot: async (...snapshot) => {
      if (!isAlive) return;
      await store.saveSnapshot(...snapshot);
      snapshotSaved();
    },
  };
  const collab = openCollab({
    ...{ store: disk, clock, random, committee: () => Promise.resolve(committee) },
    report: (error) => isAlive && report(error),
    signIn: { authenticate: () => Promise.resolve(null), onSessionsEnded: () => undefined },
    meetings: { find: (id) => Promise.resolve(id === meeting ? state : null) },
    allowedOrigin: () => true,
  });

  return {
    collab,
    isAlive: () => isAlive,
    die: () => {
      isAlive = false;
      void collab.close();
    },
    dieAtNextWrite: (when) => {
      dying = when;
    },
    isWriting: () => writing > 0 || collab.figures().unwrittenBytes > 0,
    open: (arrival) => {
      const { transport } = arrival;
      return collab.open({
        ...arrival,
        transport: {
          send: (frame) => isAlive && transport.send(frame),
          sendAll: (batch) => isAlive && transport.sendAll(batch),
          unread: () => (isAlive ? transport.unread() : 0),
          close: (closing) => isAlive && transport.close(closing),
        },
      });
    },
  };
}

/** A meeting that goes through these states, one after the other. */
export function played(states: readonly Meeting[]): Watched & { advance(): void } {
  const listeners = new Set<() => void>();
  let at = 0;
  return {
    state: () => states[at] as Meeting,
    watch: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    advance: () => {
      if (at + 1 >= states.length) return;
      at += 1;
      for (const listener of [...listeners]) listener();
    },
  };
}
