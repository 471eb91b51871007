// Knows what is worth saying about a meeting that need not last; not who hears it.
import { circleOf, openPulse, standingBallot, standingVote, takersOf, type Meeting, type PersonId, type VoteId } from '@xieshang/meeting';
import type { Note, ScreenNote } from '@xieshang/protocol';

export interface Connected {
  readonly at: number;
  readonly seq: number;
  readonly state: Meeting;
  /** Whose ballots of a secret vote are in the box. */
  readonly returned: (vote: VoteId) => readonly PersonId[];
  /** Each person once, however many devices. */
  readonly persons: readonly string[];
  readonly storageFails: boolean;
  readonly busy: boolean;
  readonly forked: boolean;
  /** How many remarks stand on the minutes. */
  readonly remarks: number;
  /** How often the office's jottings have changed. */
  readonly jottings: number;
  readonly screens: readonly ScreenNote[];
}

/** `now` for everybody, and with more in it for the office: who is connected and who has not answered, never how anyone voted. */
export function notesOf({ at, seq, state, returned, persons, storageFails, busy, forked, remarks, jottings, screens }: Connected): {
  readonly all: Note;
  readonly office: Note;
} {
  const turnout: Record<string, number> = {};
  const notAnswered: Record<string, readonly string[]> = {};
  const motions = state.phase === 'notConvened' ? [] : Object.entries(state.motions);
  for (const [motionId, motion] of motions) {
    if (motion.phase !== 'voting' || !('votes' in motion || 'entered' in motion)) continue;
    const waiting = motion.voterRoll.filter((voter) => standingVote(motion, voter) === undefined);
    turnout[motionId] = motion.voterRoll.length - waiting.length;
    notAnswered[motionId] = waiting;
  }
  const elections = state.phase === 'notConvened' ? [] : Object.entries(state.elections);
  for (const [electionId, election] of elections) {
    if (election.phase !== 'open' || election.form !== 'named') continue;
    const waiting = election.voterRoll.filter((voter) => standingBallot(election, voter).marks === null);
    turnout[electionId] = election.voterRoll.length - waiting.length;
    notAnswered[electionId] = waiting;
  }
  for (const { phase, voteId, voterRoll, paper } of state.phase === 'notConvened' ? [] : Object.values(state.secretVotes)) {
    if (phase !== 'open') continue;
    const given = new Set(returned(voteId));
    const waiting = voterRoll.filter((voter) => !given.has(voter));
    // By the vote, and by each motion that is on its ballot.
    for (const id of [voteId, ...motions.map(([motionId]) => motionId).filter((motionId) => paper.items.includes(motionId))]) {
      turnout[id] = given.size;
      notAnswered[id] = waiting;
    }
  }
  const pulse = state.phase === 'notConvened' ? undefined : openPulse(state.pulses);
  if (pulse) turnout[pulse.pulseId] = takersOf(pulse);
  const all: Note = {
    at,
    seq,
    online: persons.length,
    turnout,
    alarms: [...(storageFails ? (['storageFails'] as const) : []), ...(busy ? (['busy'] as const) : [])],
  };
  const alarms = [...all.alarms, ...(forked ? (['forked'] as const) : [])];
  return { all, office: { ...all, alarms, onlinePersons: persons, notAnswered, remarks, jottings, screens } };
}

/** Those of the office, by the roll. */
export const officeOf = (state: Meeting): ReadonlySet<string> =>
  new Set(
    state.phase === 'notConvened' ? [] : state.roll.attendees.filter(({ role }) => circleOf(role) === 'office').map(({ person }) => person),
  );
