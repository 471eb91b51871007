// Knows how an election is prepared: tabled, revised, withdrawn; not how it is held.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Assembled } from '../meeting.ts';
import { lookUp, without } from '../record.ts';
import { attendeeOf, type Roll } from '../roll.ts';
import { isPossible } from '../rules.ts';
import type { PreparingCommand } from './commands.ts';
import type { PreparingEvent } from './events.ts';
import type { ElectionPaper, Elections } from './types.ts';

/** What keeps a paper from being put. */
export type ElectionProblem =
  | 'noCandidates'
  | 'noSeats'
  | 'moreSeatsThanCandidates'
  | 'candidateTwice'
  | 'candidateNotOnRoll'
  | 'impossibleThreshold';

/** E1, E2. From the convening on, until it has been opened. Silent on a revision that changes nothing. */
export function decidePreparing({ elections, roll }: Assembled, command: PreparingCommand): Decision {
  const { electionId } = command;
  const election = lookUp(elections, electionId);
  if (command.type === 'TableElection') {
    if (election) return no({ type: 'ElectionIdTaken', electionId });
    const problem = paperProblem(command.paper, roll);
    return problem
      ? no({ type: 'InvalidElection', problem })
      : yes({ type: 'ElectionTabled', payload: { electionId, paper: command.paper } });
  }
  if (!election) return no({ type: 'UnknownElection', electionId });
  if (election.phase !== 'tabled') return no({ type: 'ElectionAlreadyPut', electionId });
  const { reason } = command;
  if (command.type === 'WithdrawElection') return yes({ type: 'ElectionWithdrawn', payload: { electionId, reason } });
  const { paper } = command;
  const problem = paperProblem(paper, roll);
  if (problem) return no({ type: 'InvalidElection', problem });
  return samePaper(election.paper, paper) ? yes() : yes({ type: 'ElectionRevised', payload: { electionId, paper, reason } });
}

/** E1. Screens ask it too, before a button is pressed. */
export function paperProblem({ seats, candidates, writeIns, rule }: ElectionPaper, roll: Roll): ElectionProblem | undefined {
  const persons = candidates.flatMap(({ person }) => (person === undefined ? [] : [person]));
  const names = candidates.flatMap(({ person, name, note }) => (person === undefined ? [JSON.stringify([name, note ?? ''])] : []));
  if (candidates.length === 0) return 'noCandidates';
  if (seats < 1) return 'noSeats';
  if (writeIns === 'none' && seats > candidates.length) return 'moreSeatsThanCandidates';
  if ([candidates.map(({ candidateId }) => candidateId), persons, names].some(repeats)) return 'candidateTwice';
  if (!persons.every((person) => attendeeOf(roll, person))) return 'candidateNotOnRoll';
  if (rule !== 'plurality' && (rule.threshold.kind === 'consensus' || !isPossible(rule.threshold))) return 'impossibleThreshold';
  return undefined;
}

const repeats = (ids: readonly string[]): boolean => new Set(ids).size !== ids.length;

/** Papers are plain values with their fields in one order. */
const samePaper = (one: ElectionPaper, other: ElectionPaper): boolean => spelled(one) === spelled(other);

const spelled = ({ title, seats, candidates, writeIns, rule }: ElectionPaper): string =>
  JSON.stringify([
    title,
    seats,
    writeIns,
    rule === 'plurality' || rule.threshold.kind === 'consensus'
      ? rule
      : [rule.base, rule.threshold.kind, rule.threshold.parts, rule.threshold.of],
    candidates.map(({ candidateId, name, note, person }) => [candidateId, name, note ?? null, person ?? null]),
  ]);

export function evolvePreparing(elections: Elections, event: PreparingEvent): Elections {
  const { electionId } = event.payload;
  if (event.type === 'ElectionTabled')
    return lookUp(elections, electionId) ? elections : { ...elections, [electionId]: { phase: 'tabled', paper: event.payload.paper } };
  if (lookUp(elections, electionId)?.phase !== 'tabled') return elections;
  if (event.type === 'ElectionWithdrawn') return without(elections, electionId);
  return { ...elections, [electionId]: { phase: 'tabled', paper: event.payload.paper } };
}
