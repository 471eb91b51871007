// Knows which documents are loaded: each once, and let go only when all of it is on disk (Y4, Y5, Y18, E2).
import type { MeetingId } from '@xieshang/meeting';
import type { Profile } from '../config.ts';
import type { Meters } from '../meters.ts';
import { openCompactor } from './compactor.ts';
import { openDocument, type Member, type OpenDocument, type Watched } from './document.ts';
import { findOrCreate, load, type LoadingDeps } from './loading.ts';

/** A document that stays loaded until it is released. */
export interface Hold {
  readonly document: OpenDocument;
  release(): void;
}

export interface Documents {
  /** Rejects when it cannot be loaded, which is reported once for all who wait for it; the next call tries again. */
  open(meeting: MeetingId, watched: Watched): Promise<Hold>;
  /** Whether text of a meeting waits for the disk, or its text could not be loaded the last time. */
  fails(meeting: MeetingId): boolean;
  /** Who has the minutes of a meeting open. */
  membersAt(meeting: MeetingId): Iterable<Member>;
  /** What is loaded now. */
  loaded(): readonly OpenDocument[];
  /** Whether text of any meeting waits for the disk, or could not be loaded the last time. */
  anyFails(): boolean;
  /** Loads nothing more and tries to write for that long, ms. False when text is left that is not on disk. */
  settle(ms: number): Promise<boolean>;
  /** Lets all go. */
  close(): Promise<void>;
}

interface Entry {
  readonly loading: Promise<OpenDocument>;
  document: OpenDocument | null;
  holds: number;
  idle: NodeJS.Timeout | undefined;
  /** Loaded until it is set; gone when it resolves. */
  draining: Promise<void> | null;
}

export interface DocumentsDeps extends LoadingDeps {
  readonly idleMs: number;
  readonly profile: Profile;
  readonly meters: Pick<Meters, 'sent'>;
}

export function openDocuments(deps: DocumentsDeps): Documents {
  const { store, clock, random, report, idleMs, profile, meters } = deps;
  const compactor = openCompactor();
  const entries = new Map<MeetingId, Entry>();
  const unloadable = new Set<MeetingId>();
  let closed = false;

  const begin = (meeting: MeetingId, watched: Watched): Entry => {
    const opening = async (): Promise<OpenDocument> => {
      const row = await findOrCreate(meeting, watched.state, deps);
      const parts = { store, clock, random, report, profile, meters, compactor };
      return openDocument({ ...parts, row, loaded: await load(row, deps), meeting: watched });
    };
    const entry: Entry = { loading: opening(), document: null, holds: 0, idle: undefined, draining: null };
    entries.set(meeting, entry);
    entry.loading.then(
      (document) => {
        entry.document = document;
        unloadable.delete(meeting);
      },
      (error: unknown) => {
        entries.delete(meeting);
        unloadable.add(meeting);
        report(error);
      },
    );
    return entry;
  };

  const letGo = (meeting: MeetingId, entry: Entry): void => {
    entry.holds -= 1;
    if (entry.holds > 0 || closed) return;
    clearTimeout(entry.idle);
    entry.idle = setTimeout(() => void drain(meeting, entry), idleMs);
  };

  const drain = async (meeting: MeetingId, entry: Entry): Promise<void> => {
    const document = await entry.loading;
    await document.written();
    if (entry.holds > 0 || entry.draining) return;
    entry.draining = document
      .destroy()
      .catch(report)
      .then(() => void entries.delete(meeting));
  };

  const loaded = (): readonly OpenDocument[] => [...entries.values()].flatMap(({ document }) => document ?? []);

  return {
    open: async (meeting, watched) => {
      for (let leaving = entries.get(meeting)?.draining; leaving; leaving = entries.get(meeting)?.draining) await leaving;
      if (closed) throw new Error('the server is stopping');
      const entry = entries.get(meeting) ?? begin(meeting, watched);
      entry.holds += 1;
      clearTimeout(entry.idle);
      const document = await entry.loading;
      let held = true;
      return {
        document,
        release: () => {
          if (held) letGo(meeting, entry);
          held = false;
        },
      };
    },
    fails: (meeting) => unloadable.has(meeting) || entries.get(meeting)?.document?.fails() === true,
    membersAt: (meeting) => entries.get(meeting)?.document?.members() ?? [],
    loaded,
    anyFails: () => unloadable.size > 0 || loaded().some((document) => document.fails()),
    settle: async (ms) => {
      closed = true;
      const all = await Promise.allSettled([...entries.values()].map(async ({ loading }) => (await loading).farewell(ms)));
      return all.every((one) => one.status === 'rejected' || one.value);
    },
    close: async () => {
      for (const { idle, draining, document } of entries.values()) {
        clearTimeout(idle);
        await (draining ?? document?.destroy().catch(report));
      }
      entries.clear();
      await compactor.close();
    },
  };
}
