// Knows what a restored copy says of itself to pages that have seen more (law 5); signs nothing by itself and opens no file.
import { writeEpoch } from '@xieshang/protocol/epoch';
import type { EpochRow } from '../ports.ts';
import type { Manifest } from './manifest.ts';

/** One statement for each log in the backup, and one for all meetings that had none. */
export function epochOf({ meetings, createdAt }: Manifest, restoredAt: number, sign: (statement: string) => string): readonly EpochRow[] {
  const rest = { meeting: null, seq: 0, head: null };
  return [...meetings, rest].map(({ meeting, seq, head }) => {
    const statement = writeEpoch({ v: 1, meeting, seq, head, takenAt: createdAt, restoredAt });
    return { restoredAt, meeting, signed: { statement, signature: sign(statement) } };
  });
}
