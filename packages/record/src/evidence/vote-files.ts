// Knows the outcome of every vote of a log as a file of its own; counts nothing itself.
import type { MotionId } from '@xieshang/meeting';
import { canonical, type Json, type ReadRecord } from '@xieshang/protocol';
import type { PackedFile } from './zip.ts';

type Opened = Extract<ReadRecord, { type: 'VotingOpened' }>['payload'];
type Put = Pick<Opened['motions'][number], 'motionId' | 'round' | 'paper'> & { readonly conditions: object };

/** A file before it is closed: later facts add to it. */
type Growing = Record<string, unknown>;

const text = new TextEncoder();

/**
 * One file a motion and round: what was put, the rule, the form, every vote that was given by name, the verdict; of a voided round why. And
 * one a secret vote: all that is ever published of its ballots, and the fact of their destruction. `records`: what the receiver may read.
 */
export function voteFiles(records: readonly ReadRecord[]): readonly PackedFile[] {
  const open = new Map<MotionId, Put>();
  const latest = new Map<MotionId, Growing>();
  const files = new Map<string, Growing>();
  const end = (motionId: MotionId, outcome: object, { seq, at }: ReadRecord): void => {
    const put = open.get(motionId);
    if (!put) return;
    open.delete(motionId);
    const { round, paper, conditions } = put;
    const result = { motionId, round, paper, ...conditions, ...outcome, seq, closedAt: at };
    latest.set(motionId, result);
    files.set(`votes/${motionId}.${round}.json`, result);
  };
  for (const record of records) {
    switch (record.type) {
      case 'VotingOpened':
        for (const { motionId, round, paper, rule } of record.payload.motions)
          open.set(motionId, { motionId, round, paper, conditions: { rule, ...conditionsOf(record.payload) } });
        break;
      case 'AcclamationOpened':
        for (const { motionId, round, paper } of record.payload.motions) open.set(motionId, { motionId, round, paper, conditions: {} });
        break;
      case 'VotingClosed':
        for (const { motionId, ...counted } of record.payload.motions) end(motionId, counted, record);
        break;
      case 'VotingVoided':
        for (const motionId of record.payload.motionIds) {
          const put = open.get(motionId);
          if (put) open.set(motionId, { ...put, conditions: {} });
          end(motionId, { voided: record.payload.reason, ...(record.payload.rule && { rule: record.payload.rule }) }, record);
        }
        break;
      case 'CountConfirmed':
        for (const motionId of record.payload.motionIds) {
          const result = latest.get(motionId);
          const before = (result?.['confirmedBy'] ?? []) as readonly object[];
          if (result) result['confirmedBy'] = [...before, { person: record.by, at: record.at }];
        }
        break;
      case 'BallotsCounted': {
        const { voteId, count } = record.payload;
        files.set(`ballots/${voteId}.json`, { voteId, count, seq: record.seq, countedAt: record.at });
        break;
      }
      case 'BallotsDestroyed': {
        const ballots = files.get(`ballots/${record.payload.voteId}.json`);
        if (ballots) ballots['destroyed'] = record.seq;
        break;
      }
      default:
    }
  }
  // Plain JSON by its types; the compiler cannot see that through interfaces.
  return [...files].map(([name, result]) => ({ name, content: text.encode(canonical(result as unknown as Json)) }));
}

/** What the motions put together have in common, as far as the fact says it. */
function conditionsOf({ eligible, terms, weights, proxies, reason }: Opened): object {
  return {
    eligible,
    ...(terms && { terms }),
    ...(weights && { weights }),
    ...(proxies && { proxies }),
    ...(reason !== undefined && { reason }),
  };
}
