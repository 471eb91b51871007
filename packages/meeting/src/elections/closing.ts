// Knows how an election ends: closed and judged, voided, confirmed, announced; not how ballots were given.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import { clock, type ElectionId, type PersonId } from '../ids.ts';
import type { InSession } from '../meeting.ts';
import { lookUp } from '../record.ts';
import { attendance } from '../roll.ts';
import type { ElectionClosingCommand } from './commands.ts';
import { countOfBallots, electionVerdict, namedBallots, sameElectionCount } from './count.ts';
import type { ElectionEnding } from './events.ts';
import type { Election, ElectionCount, Elections, NamedBallot, OpenElection } from './types.ts';

/** E8–E10, E13–E15. */
export function decideElectionClosing(meeting: InSession, command: Stamped<ElectionClosingCommand>): Decision {
  const { electionId } = command;
  const election = lookUp(meeting.elections, electionId);
  if (!election) return no({ type: 'UnknownElection', electionId });
  switch (command.type) {
    case 'CloseElection':
      if (command.by === clock && !isElectionDue(election, command.at)) return yes();
      return election.phase === 'open' ? close(meeting, electionId, election) : no({ type: 'ElectionIsClosed', electionId });
    case 'VoidElection':
      if (election.phase !== 'open') return no({ type: 'ElectionIsClosed', electionId });
      return yes({ type: 'ElectionVoided', payload: { electionId, reason: command.reason } });
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

/** E8–E10. Counts and judges; the quorum is asked at the opening and now. */
function close(meeting: InSession, electionId: ElectionId, election: OpenElection): Decision {
  const counted = countOf(electionId, election);
  if (!counted.ok) return counted;
  const { count, votes, countedBy } = counted;
  const { paper, form, eligible, voterRoll, quorum: opening } = election;
  const { present: atClosing } = attendance(meeting.roll, meeting.rules.quorum);
  const met = opening.present >= opening.needed && atClosing >= opening.needed;
  const judged = electionVerdict(paper, count, { eligible, roll: voterRoll.length, quorumMet: met }, meeting.roll);
  return yes({
    type: 'ElectionClosed',
    payload: {
      electionId,
      ...(form !== 'named' && { form }),
      ...judged,
      quorum: { needed: opening.needed, atOpening: opening.present, atClosing, met },
      votes,
      ...(countedBy.length > 0 && { countedBy }),
    },
  });
}

type Counted =
  | {
      readonly ok: true;
      readonly count: ElectionCount;
      readonly votes: readonly NamedBallot[];
      readonly countedBy: readonly PersonId[];
    }
  | Extract<Decision, { ok: false }>;

/** E14. Ballots by name are counted here; of paper ones the counts of two officers have to agree. */
function countOf(electionId: ElectionId, election: OpenElection): Counted {
  switch (election.form) {
    case 'named': {
      const { voterRoll, ballots } = election;
      return { ok: true, count: countOfBallots(voterRoll, ballots), votes: namedBallots(voterRoll, ballots), countedBy: [] };
    }
    case 'paper': {
      const entered = Object.entries(election.counts) as [PersonId, ElectionCount][];
      const [one, other, ...more] = entered;
      if (!one || !other) return { ok: false, refusal: { type: 'ElectionCountNotConfirmed', electionId } };
      const agree = [other, ...more].every(([, count]) => sameElectionCount(count, one[1]));
      if (!agree) return { ok: false, refusal: { type: 'ElectionCountsDiffer', electionId } };
      return { ok: true, count: one[1], votes: [], countedBy: entered.map(([person]) => person).toSorted() };
    }
    case 'secret':
      return { ok: false, refusal: { type: 'FormNotOffered', form: election.form } };
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
      return { phase: 'closed', round, earlier, voids, result };
    }
    case 'ElectionVoided': {
      if (election.phase !== 'open') return undefined;
      const { round, earlier, voids, paper, seated } = election;
      const { reason } = event.payload;
      return { phase: 'voided', round, earlier, paper, seated, voids: [...voids, { round, paper, reason, at: event.at, by: event.by }] };
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
