// Judges whether a server that was set back has said so under its own key (law 5), and what that cost the viewer. Shows nothing.
import { motionId, type Meeting, type MotionId, type PersonId, standingVote } from '@xieshang/meeting';
import { fingerprintOf, isSignedBy, readEpoch, type EpochStatement } from '@xieshang/protocol/epoch';
import type { Pending, SetBack } from './picture.ts';

export interface Explanation {
  /** When the data that are shown now were saved, and when they were brought back; epoch ms. */
  readonly takenAt: number;
  readonly restoredAt: number;
  /** Facts that were seen here and are not in the log any more. */
  readonly missing: number;
  /** Motions on which a vote of the viewer's own is gone. */
  readonly lostVotes: readonly MotionId[];
  /** Commands that were on their way: they go again by themselves. */
  readonly pending: readonly Pending[];
  readonly fingerprint: string;
}

export type Verdict =
  | { readonly kind: 'explained'; readonly explanation: Explanation }
  /** Signed, but not with the key this server had. */
  | { readonly kind: 'otherKey'; readonly fingerprint: string }
  | { readonly kind: 'forged' };

export function judge(setBack: SetBack): Verdict {
  const { before, epochs, keys } = setBack;
  const own = epochs.flatMap((epoch) => {
    const statement = readEpoch(epoch.statement);
    return statement && statement.seq < before.seq && concerns(statement, setBack) ? [{ epoch, statement }] : [];
  });
  // The first one is where what was seen and what is there now went apart.
  const first = own.toSorted((one, other) => one.statement.restoredAt - other.statement.restoredAt)[0];
  if (!first || !agrees(first.statement, setBack)) return { kind: 'forged' };
  const { epoch, statement } = first;
  if (keys.before !== null && isSignedBy(epoch, keys.before))
    return { kind: 'explained', explanation: explain(statement, setBack, keys.before) };
  return keys.now !== keys.before && isSignedBy(epoch, keys.now)
    ? { kind: 'otherKey', fingerprint: fingerprintOf(keys.now) }
    : { kind: 'forged' };
}

/** A statement of this meeting; or of all that had no log, when it says of no fact that it was kept. */
const concerns = ({ meeting, seq }: EpochStatement, setBack: SetBack): boolean =>
  meeting === setBack.meeting || (meeting === null && seq === 0);

/** What was kept is what was seen, and what is there now follows on it. */
function agrees({ seq, head }: EpochStatement, { heads, after }: SetBack): boolean {
  const seen = heads.get(seq);
  if (seen !== undefined && seen !== head) return false;
  return after.seq > seq || (after.seq === seq && after.head === head);
}

function explain({ seq, takenAt, restoredAt }: EpochStatement, { before, after }: SetBack, key: string): Explanation {
  const motions = before.state.phase === 'notConvened' ? [] : Object.keys(before.state.motions).map(motionId);
  const lostVotes = motions.filter((motion) => {
    const own = before.you && choiceIn(before.state, motion, before.you);
    return own !== null && own !== undefined && choiceIn(after.state, motion, before.you) !== own;
  });
  return { takenAt, restoredAt, missing: before.seq - seq, lostVotes, pending: before.pending, fingerprint: fingerprintOf(key) };
}

/** How somebody voted, whether the voting is open or counted; null where they did not. */
function choiceIn(state: Meeting, id: MotionId, person: PersonId | null): string | null {
  const motion = state.phase === 'notConvened' ? undefined : state.motions[id];
  if (!motion || person === null) return null;
  if (motion.phase === 'voting') return standingVote(motion, person) ?? null;
  if (!('result' in motion) || motion.result.form === 'acclamation') return null;
  const choice = motion.result.votes.find(({ voter }) => voter === person)?.choice;
  return choice === undefined || choice === 'notPressed' ? null : choice;
}
