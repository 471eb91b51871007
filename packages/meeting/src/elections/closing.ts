// Knows how an election ends: closed and judged, voided, confirmed, announced; not how ballots were given.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Envelope, Instant, Stamped } from '../envelope.ts';
import type { MeetingEvent } from '../event.ts';
import { clock, type ElectionId, type PersonId, type VoteId } from '../ids.ts';
import type { Assembled, InSession } from '../meeting.ts';
import { lookUp } from '../record.ts';
import { endBallots, presentAtClose, type Ended, type SealedCount, type SecretCounts } from '../vote/index.ts';
import type { ElectionClosingCommand } from './commands.ts';
import { countOfBallots, electionVerdict, sameElectionCount } from './count.ts';
import type { ElectionClosed, ElectionEnding } from './events.ts';
import { standingBallot } from './marks.ts';
import type { Election, ElectionCount, Elections, NamedBallot, OpenElection } from './types.ts';

/** E8–E10, E13–E17, E19. */
export function decideElectionClosing(meeting: InSession, command: Stamped<ElectionClosingCommand>): Decision {
  const { electionId } = command;
  const election = lookUp(meeting.elections, electionId);
  if (!election) return no({ type: 'UnknownElection', electionId });
  if (command.round !== undefined && 'round' in election && election.round !== command.round) {
    const ends = command.type === 'CloseElection' || command.type === 'VoidElection';
    return no({ type: ends ? 'ElectionIsClosed' : 'ElectionNotHeld', electionId });
  }
  switch (command.type) {
    case 'CloseElection':
      if (command.by === clock && (!isElectionDue(election, command.at) || isElectionSealed(meeting, election))) return yes();
      if (election.phase !== 'open' || isElectionSealed(meeting, election)) return no({ type: 'ElectionIsClosed', electionId });
      return close(meeting, electionId, election, command);
    case 'VoidElection':
      if (election.phase !== 'open') return no({ type: 'ElectionIsClosed', electionId });
      return yes(...voidedBallots(election), { type: 'ElectionVoided', payload: { electionId, reason: command.reason } });
    case 'ConfirmElectionCount':
      if (!meeting.scrutineers.includes(command.by)) return no({ type: 'NotAScrutineer' });
      if (!isCounted(election)) return no({ type: 'ElectionNotHeld', electionId });
      return election.result.confirmedBy.includes(command.by) ? yes() : yes({ type: 'ElectionCountConfirmed', payload: { electionId } });
    case 'AnnounceElection':
      if (!isCounted(election)) return no({ type: 'ElectionNotHeld', electionId });
      return election.phase === 'announced' ? yes() : yes({ type: 'ElectionAnnounced', payload: { electionId } });
  }
}

const isCounted = (election: Election): election is Extract<Election, { phase: 'closed' | 'announced' }> =>
  election.phase === 'closed' || election.phase === 'announced';

/** E15. Whether the clock closes it at that time. */
const isElectionDue = (election: Election, at: Instant): boolean =>
  election.phase === 'open' && election.closing === 'clock' && at >= election.dueAt + election.graceMs;

/** E16. Whether its ballots wait for two scrutineers' keys. */
export const isElectionSealed = ({ secretVotes }: Pick<Assembled, 'secretVotes'>, election: Election): boolean =>
  election.phase === 'open' && election.form === 'secret' && lookUp(secretVotes, election.voteId)?.phase === 'sealed';

const voidedBallots = (election: OpenElection): readonly MeetingEvent[] =>
  election.form === 'secret' ? [{ type: 'BallotsVoided', payload: { voteId: election.voteId, reason: 'byChair' } }] : [];

/** E8–E10, E16, E17. Counts and judges; of sealed ballots the count comes in the envelope. */
function close(meeting: InSession, electionId: ElectionId, election: OpenElection, envelope: Envelope): Decision {
  if (election.form !== 'secret') {
    const counted = countOf(electionId, election);
    if (!counted.ok) return counted;
    const handedIn = counted.votes.flatMap(({ voter, marks }) => (marks === null ? [] : [voter]));
    const unreached = election.form === 'named' ? unreachableFacts(electionId, election, envelope, handedIn) : [];
    return yes(closed(meeting, electionId, election, counted), ...unreached);
  }
  const ending = endBallots(meeting, election.voteId, envelope);
  if (!ending.ok) return ending;
  const { ended } = ending;
  const unreached = ended.as === 'counted' ? unreachableFacts(electionId, election, envelope, ended.count.participants) : [];
  return yes(...ending.events, ...concludeElections(meeting, election.voteId, ended), ...unreached);
}

/** E17. Of those out of reach, who stands on the roll and has not handed in; on paper nobody knows. */
function unreachableFacts(
  electionId: ElectionId,
  { voterRoll }: OpenElection,
  { unreachable = [] }: Envelope,
  handedIn: readonly PersonId[],
): readonly MeetingEvent[] {
  const persons = voterRoll.filter((voter) => unreachable.includes(voter) && !handedIn.includes(voter));
  return persons.length > 0 ? [{ type: 'ElectorsUnreachable', payload: { electionId, persons } }] : [];
}

/** E16. What the end of a secret vote means for the election that was put to it. */
export function concludeElections(meeting: Assembled, voteId: VoteId, ended: Ended): readonly MeetingEvent[] {
  return (Object.entries(meeting.elections) as [ElectionId, Election][]).flatMap(([electionId, election]): MeetingEvent[] => {
    if (election.phase !== 'open' || election.form !== 'secret' || election.voteId !== voteId || ended.as === 'sealed') return [];
    if (ended.as === 'void') return [{ type: 'ElectionVoided', payload: { electionId, reason: '', rule: ended.reason } }];
    const { issued, returned } = ended.count;
    const counted = { count: ofSealed(ended.count), votes: [], countedBy: [], secret: { voteId, issued, returned } };
    return [closed(meeting, electionId, election, counted)];
  });
}

/** Each item has the marks of as many voters; a ballot without a mark is 弃权. */
function ofSealed({ returned, spoilt, blank = 0, tallies }: SealedCount): ElectionCount {
  const votes = Object.entries(tallies).flatMap(([item, { approve }]) => (approve > 0 ? [[item, approve]] : []));
  return { marked: returned - spoilt - blank, blank, spoilt, votes: Object.fromEntries(votes) as ElectionCount['votes'] };
}

interface CountedBallots {
  readonly count: ElectionCount;
  readonly votes: readonly NamedBallot[];
  readonly countedBy: readonly PersonId[];
  readonly secret?: SecretCounts;
}

/** The quorum is asked at the opening and at the close. */
function closed(meeting: Assembled, electionId: ElectionId, election: OpenElection, counted: CountedBallots): ElectionClosed {
  const { count, votes, countedBy, secret } = counted;
  const { paper, form, eligible, voterRoll, quorum: opening } = election;
  const atClosing = presentAtClose(meeting, election.form === 'secret' ? election.voteId : undefined);
  const met = opening.present >= opening.needed && atClosing >= opening.needed;
  const judged = electionVerdict(paper, count, { eligible, roll: voterRoll.length, quorumMet: met }, meeting.roll);
  return {
    type: 'ElectionClosed',
    payload: {
      electionId,
      ...(form !== 'named' && { form }),
      ...judged,
      quorum: { needed: opening.needed, atOpening: opening.present, atClosing, met },
      votes,
      ...(countedBy.length > 0 && { countedBy }),
      ...(secret && { secret }),
    },
  };
}

type Counted = ({ readonly ok: true } & CountedBallots) | Extract<Decision, { ok: false }>;

/** E14. Ballots by name are counted here; of paper ones the counts of two officers have to agree. */
function countOf(electionId: ElectionId, election: Exclude<OpenElection, { form: 'secret' }>): Counted {
  switch (election.form) {
    case 'named': {
      const votes = election.voterRoll.map((voter) => standingBallot(election, voter));
      return { ok: true, count: countOfBallots(votes), votes, countedBy: [] };
    }
    case 'paper': {
      const entered = Object.entries(election.counts) as [PersonId, ElectionCount][];
      const [one, other, ...more] = entered;
      if (!one || !other) return { ok: false, refusal: { type: 'ElectionCountNotConfirmed', electionId } };
      const agree = [other, ...more].every(([, count]) => sameElectionCount(count, one[1]));
      if (!agree) return { ok: false, refusal: { type: 'ElectionCountsDiffer', electionId } };
      return { ok: true, count: one[1], votes: [], countedBy: entered.map(([person]) => person).toSorted() };
    }
  }
}

export function evolveElectionClosing(
  elections: Elections,
  event: ElectionEnding & { readonly by: PersonId; readonly at: Instant },
): Elections {
  const { electionId } = event.payload;
  const election = lookUp(elections, electionId);
  const ended = election && ending(election, event);
  return ended ? { ...elections, [electionId]: ended } : elections;
}

function ending(election: Election, event: ElectionEnding & { readonly by: PersonId; readonly at: Instant }): Election | undefined {
  switch (event.type) {
    case 'ElectionClosed': {
      if (election.phase !== 'open') return undefined;
      const { round, earlier, voids, paper, seated, openedBy } = election;
      const { electionId: _own, form = 'named', countedBy = [], ...counted } = event.payload;
      const result = { round, form, paper, seated, ...counted, countedBy, confirmedBy: [], openedBy, closedAt: event.at };
      return { phase: 'closed', round, earlier, voids, result, unreachable: [] };
    }
    case 'ElectorsUnreachable':
      return election.phase === 'closed' ? { ...election, unreachable: event.payload.persons } : undefined;
    case 'ElectionVoided': {
      if (election.phase !== 'open') return undefined;
      const { round, earlier, voids, paper, seated } = election;
      const { reason, rule } = event.payload;
      const why = { reason, ...(rule !== undefined && { rule }) };
      return { phase: 'voided', round, earlier, paper, seated, voids: [...voids, { round, paper, ...why, at: event.at, by: event.by }] };
    }
    case 'ElectionCountConfirmed': {
      if (!isCounted(election)) return undefined;
      const { result } = election;
      return { ...election, result: { ...result, confirmedBy: [...result.confirmedBy, event.by] } };
    }
    case 'ElectionAnnounced':
      return election.phase === 'closed' ? { ...election, phase: 'announced', announcedAt: event.at } : undefined;
  }
}
