// Knows how ballots are given while an election is open: cast, entered for a failed device, counted on paper by officers; not how they are judged.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Stamped } from '../envelope.ts';
import type { CandidateId, PersonId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { lookUp } from '../record.ts';
import type { BallotCommand } from './commands.ts';
import { countProblem, sameElectionCount } from './count.ts';
import type { BallotEvent } from './events.ts';
import {
  ballotOf,
  candidateOf,
  enteredBallot,
  marking,
  sameMarks,
  withBallot,
  withEnteredBallot,
  writeInId,
  writeInRefusal,
} from './marks.ts';
import type { ElectionCount, Elections } from './types.ts';

type Of<Type extends BallotCommand['type']> = Stamped<Extract<BallotCommand, { type: Type }>>;

/** E5–E7, E14, E18. */
export function decideBallot(meeting: InSession, command: Stamped<BallotCommand>): Decision {
  switch (command.type) {
    case 'CastElection':
      return cast(meeting, command);
    case 'EnterElection':
      return enter(meeting, command);
    case 'EnterElectionCount':
      return enterCount(meeting, command);
  }
}

/** E5–E7. Anyone on the frozen roll hands in a ballot, or changes it, until the close. Silent on the same again. */
function cast(meeting: InSession, { electionId, chosen, writeIns, round, by }: Of<'CastElection'>): Decision {
  const election = lookUp(meeting.elections, electionId);
  if (election?.phase !== 'open' || (round !== undefined && round !== election.round)) return no({ type: 'ElectionIsClosed', electionId });
  if (election.form !== 'named') return no({ type: 'OtherElectionForm', electionId, form: election.form });
  if (!election.voterRoll.includes(by)) return no({ type: 'NotAnElector', electionId });
  const marked = marking(election.paper, meeting, chosen, writeIns);
  if (!marked.ok) return marked;
  const before = ballotOf(election.ballots, by);
  if (before && sameMarks(before, marked.marks)) return yes();
  return yes({ type: 'ElectionCast', payload: { electionId, voter: by, marks: marked.marks } });
}

/** E18. With a reason, for a failed device: the voter's own ballot stands before it. Silent on the same again. */
function enter(meeting: InSession, { electionId, voter, ballot, reason }: Of<'EnterElection'>): Decision {
  const election = lookUp(meeting.elections, electionId);
  if (election?.phase !== 'open') return no({ type: 'ElectionIsClosed', electionId });
  if (election.form !== 'named') return no({ type: 'OtherElectionForm', electionId, form: election.form });
  if (!election.voterRoll.includes(voter)) return no({ type: 'NotAnElector', electionId });
  if (reason.trim() === '') return no({ type: 'NoteRequired' });
  const before = enteredBallot(election.entered, voter)?.marks;
  if (ballot === null) return before ? yes({ type: 'ElectionEntered', payload: { electionId, voter, marks: null, reason } }) : yes();
  const marked = marking(election.paper, meeting, ballot.chosen, ballot.writeIns);
  if (!marked.ok) return marked;
  if (before && sameMarks(before, marked.marks)) return yes();
  return yes({ type: 'ElectionEntered', payload: { electionId, voter, marks: marked.marks, reason } });
}

/** E14. What one officer counted; the latest of each holds. */
function enterCount(meeting: InSession, command: Of<'EnterElectionCount'>): Decision {
  const { electionId, marked, blank, spoilt, by } = command;
  const election = lookUp(meeting.elections, electionId);
  if (election?.phase !== 'open') return no({ type: 'ElectionIsClosed', electionId });
  if (election.form !== 'paper') return no({ type: 'OtherElectionForm', electionId, form: election.form });
  const { paper, voterRoll } = election;
  const unknown = command.votes.find(({ candidateId }) => !candidateOf(paper, candidateId));
  if (unknown) return no({ type: 'UnknownCandidate', candidateId: unknown.candidateId });
  for (const { person } of command.writeIns) {
    const refusal = writeInRefusal(paper, meeting, person);
    if (refusal) return no(refusal);
  }
  const votes = [
    ...command.votes.map(({ candidateId, votes: number }): [CandidateId, number] => [candidateId, number]),
    ...command.writeIns.map(({ person, votes: number }): [CandidateId, number] => [writeInId(person), number]),
  ];
  const count: ElectionCount = {
    marked,
    blank,
    spoilt,
    votes: Object.fromEntries(votes.filter(([, number]) => number > 0)) as ElectionCount['votes'],
  };
  const problem = countProblem(count, paper.seats, voterRoll.length);
  if (problem) return no({ type: 'ImpossibleCount', problem });
  const before = lookUp(election.counts, by);
  return before && sameElectionCount(before, count) ? yes() : yes({ type: 'ElectionCountEntered', payload: { electionId, ...count } });
}

export function evolveBallot(elections: Elections, event: BallotEvent & { readonly by: PersonId }): Elections {
  const { electionId } = event.payload;
  const election = lookUp(elections, electionId);
  if (election?.phase !== 'open') return elections;
  switch (event.type) {
    case 'ElectionCast': {
      const { voter, marks } = event.payload;
      if (election.form !== 'named') return elections;
      return { ...elections, [electionId]: { ...election, ballots: withBallot(election.ballots, voter, marks) } };
    }
    case 'ElectionEntered': {
      const { voter, marks } = event.payload;
      if (election.form !== 'named') return elections;
      return { ...elections, [electionId]: { ...election, entered: withEnteredBallot(election.entered, voter, marks, event.by) } };
    }
    case 'ElectionCountEntered': {
      if (election.form !== 'paper') return elections;
      const { electionId: _own, ...count } = event.payload;
      return { ...elections, [electionId]: { ...election, counts: { ...election.counts, [event.by]: count } } };
    }
  }
}
