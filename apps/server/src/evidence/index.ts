// The door of a server's evidence: signed checkpoints, bundles, and what pages say when they saw something else.
import type { Circle, MeetingId } from '@xieshang/meeting';
import type { Hash } from '@xieshang/protocol';
import type { Printed } from '@xieshang/record';
import { consistencyProof, leafOfFact } from '@xieshang/record/evidence';
import type { StoredEvent } from '@xieshang/room';
import { openBundles, type BundleDeps } from './bundles.ts';
import { openCheckpoints, type CheckpointDeps } from './checkpoints.ts';
import { openForks, type Compared } from './forks.ts';

export type EvidenceDeps = CheckpointDeps & Omit<BundleDeps, 'checkpoints'>;

export interface Evidence {
  /** Told after the disk has them. */
  noticed(meeting: MeetingId, events: readonly StoredEvent[]): void;
  bundle(meeting: MeetingId, circle: Circle): Promise<Uint8Array<ArrayBuffer>>;
  printed(meeting: MeetingId): Promise<Printed | null>;
  /** The signed note of the whole log as it is now, and what proves that it begins with its first `old` facts; null where it is shorter. */
  newest(meeting: MeetingId, old: number): Promise<{ readonly note: string; readonly proof: readonly Hash[] } | null>;
  /** Digest after digest, 32 bytes each, of the facts after a number. */
  digests(meeting: MeetingId, after: number): Promise<Uint8Array<ArrayBuffer>>;
  compare(meeting: MeetingId, seen: { readonly seq: number; readonly head: Hash }): Promise<Compared>;
  /** Whether somebody saw another log, or this one contradicts what was signed. */
  isForked(meeting: MeetingId): boolean;
  close(): Promise<void>;
}

export function openEvidence(deps: EvidenceDeps): Evidence {
  const checkpoints = openCheckpoints(deps);
  const bundles = openBundles({ ...deps, checkpoints });
  const forks = openForks(deps);
  return {
    noticed: checkpoints.noticed,
    bundle: bundles.make,
    printed: bundles.printed,
    newest: async (meeting, old) => {
      const newest = (await checkpoints.all(meeting)).at(-1);
      if (!newest || newest.size < old) return null;
      if (old === 0 || old === newest.size) return { note: newest.note, proof: [] };
      const facts = (await deps.log.read(meeting, 0)).slice(0, newest.size);
      return {
        note: newest.note,
        proof: consistencyProof(
          facts.map(({ hash }) => leafOfFact(hash)),
          old,
        ),
      };
    },
    digests: async (meeting, after) => {
      const facts = await deps.log.read(meeting, after);
      return new Uint8Array(Buffer.concat(facts.map(({ bytes }) => Buffer.from(deps.chain.digestOf(bytes), 'hex'))));
    },
    compare: forks.report,
    isForked: (meeting) => forks.isReported(meeting) || checkpoints.isContradicted(meeting),
    close: checkpoints.close,
  };
}
