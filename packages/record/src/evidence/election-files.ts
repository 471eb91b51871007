// Knows the outcome of every round of an election of a log as a file of its own; counts nothing itself.
import type { ElectionId } from '@xieshang/meeting';
import { canonical, type Json, type ReadRecord } from '@xieshang/protocol';
import type { PackedFile } from './zip.ts';

/** A file before it is closed: confirmations add to it. */
type Growing = Record<string, unknown>;

const text = new TextEncoder();

/** One file a round: the paper, how it was held, every ballot that was given by name, who is elected; of a voided round why. */
export function electionFiles(records: readonly ReadRecord[]): readonly PackedFile[] {
  const open = new Map<ElectionId, Growing>();
  const latest = new Map<ElectionId, Growing>();
  const files = new Map<string, Growing>();
  const end = (electionId: ElectionId, result: Growing): void => {
    open.delete(electionId);
    latest.set(electionId, result);
    files.set(`elections/${electionId}.${String(result['round'])}.json`, result);
  };
  for (const record of records) {
    const { seq, at: closedAt } = record;
    switch (record.type) {
      case 'ElectionOpened': {
        const { electionId, round, paper, eligible, terms, reason, seated } = record.payload;
        const said = { ...(terms && { terms }), ...(reason !== undefined && { reason }), ...(seated && { seated }) };
        open.set(electionId, { electionId, round, paper, eligible, ...said });
        break;
      }
      case 'ElectionClosed': {
        const put = open.get(record.payload.electionId);
        if (put) end(record.payload.electionId, { ...put, ...record.payload, seq, closedAt });
        break;
      }
      case 'ElectionVoided': {
        const { electionId, reason, ...said } = record.payload;
        const put = open.get(electionId);
        if (put) end(electionId, { electionId, round: put['round'], paper: put['paper'], voided: reason, ...said, seq, closedAt });
        break;
      }
      case 'ElectionCountConfirmed': {
        const result = latest.get(record.payload.electionId);
        const before = (result?.['confirmedBy'] ?? []) as readonly object[];
        if (result) result['confirmedBy'] = [...before, { person: record.by, at: closedAt }];
        break;
      }
      default:
    }
  }
  // Plain JSON by its types; the compiler cannot see that through interfaces.
  return [...files].map(([name, result]) => ({ name, content: text.encode(canonical(result as unknown as Json)) }));
}
