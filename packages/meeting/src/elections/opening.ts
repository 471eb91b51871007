// Knows how an election is opened, for the first time or again, and what freezes with it; not how ballots are given or counted.
import type { Decision } from '../decision.ts';
import { no, yes } from '../decision.ts';
import type { Instant, Stamped } from '../envelope.ts';
import type { CandidateId, ElectionId, PersonId } from '../ids.ts';
import type { Assembled, InSession } from '../meeting.ts';
import { lookUp } from '../record.ts';
import type { Refusal } from '../refusal.ts';
import { attendance, presentMembers } from '../roll.ts';
import type { ElectionOpeningCommand } from './commands.ts';
import type { ElectionOpened } from './events.ts';
import { issueBallots, openMotions, type SealedPaper } from '../vote/index.ts';
import { noBallots, noneEnteredYet, writeInId, writeInRefusal } from './marks.ts';
import type { Candidate, Election, ElectionPaper, ElectionResult, ElectionRound, Elections, ElectionTerms } from './types.ts';

/** E11. Those being held now. */
export const openElections = (elections: Elections): readonly ElectionId[] =>
  (Object.keys(elections) as ElectionId[]).filter((id) => elections[id]?.phase === 'open');

/** V13, V22, E3, E11, K4, L8. Why whatever has to wait for votes and elections to end waits now, or nothing against it. */
export function underVote({ motions, elections }: Pick<Assembled, 'motions' | 'elections'>): Refusal | undefined {
  const motionIds = openMotions(motions);
  if (motionIds.length > 0) return { type: 'VotingIsOpen', motionIds };
  const electionIds = openElections(elections);
  return electionIds.length > 0 ? { type: 'ElectionIsOpen', electionIds } : undefined;
}

type Putting =
  | { readonly ok: true; readonly paper: ElectionPaper; readonly seated: readonly Candidate[]; readonly round: number }
  | { readonly ok: false; readonly refusal: Refusal };

/** E3, E4, E12. Freezes paper, roll, 应到 and quorum; one thing is put at a time. One member one ballot: neither weights nor proxies. */
export function decideElectionOpening(meeting: InSession, command: Stamped<ElectionOpeningCommand>): Decision {
  const { roll, rules, scrutineers } = meeting;
  const { electionId, terms = { form: 'named' }, closing = 'chair' } = command;
  const voterRoll = presentMembers(roll);
  if (voterRoll.length === 0) return no({ type: 'NobodyToVote' });
  if (closing === 'clock' && terms.form === 'paper') return no({ type: 'ClockCannotCount', form: terms.form });
  const busy = underVote(meeting);
  if (busy) return no(busy);
  const putBy = putting(lookUp(meeting.elections, electionId), command);
  if (!putBy.ok) return putBy;
  const { paper, seated, round } = putBy;
  const judge = paper.candidates.find(({ person }) => person !== undefined && scrutineers.includes(person))?.person;
  if (judge !== undefined) return no({ type: 'ScrutineerIsCandidate', person: judge });
  const issued: Decision =
    terms.form === 'secret' ? issueBallots(meeting, command, { terms, paper: sealedPaper(paper, meeting), voterRoll }) : yes();
  if (!issued.ok) return issued;
  const { eligible, present, needed } = attendance(roll, rules.quorum);
  return yes(...issued.events, {
    type: 'ElectionOpened',
    payload: {
      electionId,
      paper,
      round,
      voterRoll,
      eligible,
      quorum: { needed, present },
      ms: command.ms ?? rules.votingMs,
      ...(command.type === 'RepeatElection' && { reason: command.reason }),
      ...(terms.form !== 'named' && { terms }),
      ...(closing === 'clock' && { closing, graceMs: rules.graceMs ?? 0 }),
      ...(seated.length > 0 && { seated }),
    },
  });
}

/** E16. Whoever may be marked: those on the paper, and the members who may be written in. */
function sealedPaper(paper: ElectionPaper, electorate: Pick<InSession, 'roll' | 'scrutineers'>): SealedPaper {
  const others = electorate.roll.attendees
    .map(({ person }) => person)
    .filter((person) => writeInRefusal(paper, electorate, person) === undefined)
    .map(writeInId);
  return { items: [...paper.candidates.map(({ candidateId }) => candidateId), ...others], marks: ['approve'], most: paper.seats };
}

function putting(election: Election | undefined, command: ElectionOpeningCommand): Putting {
  const { electionId } = command;
  const refuse = (refusal: Refusal): Putting => ({ ok: false, refusal });
  if (!election) return refuse({ type: 'UnknownElection', electionId });
  if (election.phase === 'open') return refuse({ type: 'ElectionIsOpen', electionIds: [electionId] });
  const counted = election.phase === 'closed' || election.phase === 'announced';
  if (command.type === 'OpenElection') {
    if (counted) return refuse({ type: 'ElectionAlreadyPut', electionId });
    if (election.phase === 'tabled') return { ok: true, paper: election.paper, seated: [], round: 1 };
    return { ok: true, paper: election.paper, seated: election.seated, round: election.round + 1 };
  }
  if (!counted) return refuse({ type: 'ElectionNotHeld', electionId });
  const round = election.round + 1;
  if (command.candidates === undefined) return { ok: true, paper: wholePaper(election), seated: [], round };
  return runOff(electionId, election.result, command.candidates, round);
}

/** The paper as it was first put: run-offs have shortened it since. */
const wholePaper = ({ earlier, result }: { readonly earlier: readonly ElectionResult[]; readonly result: ElectionResult }): ElectionPaper =>
  [...earlier, result][0]?.paper ?? result.paper;

/** Those who have been elected, this round's and those it adds to. */
export function electedOf({ paper, seated, standings }: Pick<ElectionResult, 'paper' | 'seated' | 'standings'>): readonly Candidate[] {
  const now = standings.filter(({ outcome }) => outcome === 'elected');
  return [...seated, ...now.map((standing) => asCandidate(standing, paper))];
}

/** Somebody written in is a candidate of the next round. */
const asCandidate = ({ candidateId, name, person }: ElectionResult['standings'][number], paper: ElectionPaper): Candidate =>
  paper.candidates.find((one) => one.candidateId === candidateId) ?? { candidateId, name, ...(person !== undefined && { person }) };

/** E12. Among some of those who stood and were not elected, for the seats still free; the elected keep theirs. */
function runOff(electionId: ElectionId, result: ElectionResult, chosen: readonly CandidateId[], round: number): Putting {
  const refuse = (refusal: Refusal): Putting => ({ ok: false, refusal });
  const elected = result.standings.filter(({ outcome }) => outcome === 'elected').length;
  const seats = result.paper.seats - elected;
  if (seats < 1) return refuse({ type: 'NoSeatLeft', electionId });
  const wrong = chosen.find((id) => {
    const standing = result.standings.find(({ candidateId }) => candidateId === id);
    return standing === undefined || standing.outcome === 'elected';
  });
  if (wrong !== undefined) return refuse({ type: 'UnknownCandidate', candidateId: wrong });
  const candidates = result.standings
    .filter(({ candidateId }) => chosen.includes(candidateId))
    .map((standing) => asCandidate(standing, result.paper));
  if (candidates.length === 0) return refuse({ type: 'InvalidElection', problem: 'noCandidates' });
  if (seats > candidates.length) return refuse({ type: 'InvalidElection', problem: 'moreSeatsThanCandidates' });
  return { ok: true, paper: { ...result.paper, seats, candidates, writeIns: 'none' }, seated: electedOf(result), round };
}

export function evolveElectionOpening(
  elections: Elections,
  event: ElectionOpened & { readonly by: PersonId; readonly at: Instant },
): Elections {
  const { at } = event;
  const { electionId, paper, round, voterRoll, eligible, quorum, ms } = event.payload;
  const { terms = { form: 'named' }, closing = 'chair', graceMs = 0, seated = [] } = event.payload;
  const before = lookUp(elections, electionId);
  const frozen = { round, paper, voterRoll, eligible, quorum, seated, closing, graceMs } as const;
  const history = { earlier: countedRounds(before), voids: before && 'voids' in before ? before.voids : [] };
  const opened = { openedBy: event.by, openedAt: at, dueAt: at + ms };
  return { ...elections, [electionId]: { phase: 'open', ...frozen, ...opened, ...history, ...nothingGiven(terms) } };
}

/** What the rounds so far came to, oldest first. */
export const countedRounds = (election: Election | undefined): readonly ElectionRound[] => {
  if (!election || election.phase === 'tabled') return [];
  if (election.phase === 'announced') return [...election.earlier, { ...election.result, announcedAt: election.announcedAt }];
  return election.phase === 'closed' ? [...election.earlier, election.result] : election.earlier;
};

function nothingGiven(terms: ElectionTerms) {
  switch (terms.form) {
    case 'named':
      return { form: terms.form, ballots: noBallots, entered: noneEnteredYet };
    case 'paper':
      return { form: terms.form, counts: {} };
    case 'secret':
      return terms;
  }
}
