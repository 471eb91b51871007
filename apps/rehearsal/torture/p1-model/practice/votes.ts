// What is put, cast and counted, and how the minutes go (V, M), in the simple idea the core is compared with.
import type { Command, MinutesCommand, VoteCommand } from '@xieshang/meeting';
import { sorted } from '../picture.ts';
import { keptBack, outcome } from './amendments.ts';
import { formRules } from './forms.ts';
import { departmentRefusal, waitsFor } from './signing.ts';
import { isHere, members, votingIsOpen, type Hall, type Rules, type Verdict, type Vote } from './hall.ts';

type Opening = Extract<Command, { type: 'OpenVoting' | 'RepeatVoting' | 'OpenAcclamation' }>;

/** V2, V3, V11, V12. */
function put(hall: Hall, c: Opening, at: number): Verdict {
  const voters = members(hall).filter((one) => isHere(hall, one));
  if (voters.length === 0) return 'NobodyToVote';
  const ids = new Set<string>(c.motionIds);
  for (const id of ids) {
    const was = hall.votes.get(id)?.phase;
    const counted = was === 'closed' || was === 'announced';
    if (!hall.texts.has(id) && !hall.amendments.has(id)) return 'UnknownMotion';
    if (was === 'objected' && c.type === 'OpenAcclamation') return 'MotionAlreadyPut';
    if (was === 'voting' || was === 'objection') return 'VotingIsOpen';
    if (counted !== (c.type === 'RepeatVoting')) return counted ? 'MotionAlreadyPut' : 'MotionNotVotedOn';
    const kept = keptBack(hall, id, ids);
    if (kept) return kept;
  }
  const { objectionMs, votingMs } = hall.plan.rules;
  const due = at + (c.ms ?? (c.type === 'OpenAcclamation' ? objectionMs : votingMs * ids.size));
  for (const id of ids) {
    const [before, text] = [hall.votes.get(id), (hall.amendments.get(id) ?? hall.texts.get(id))?.text ?? ''];
    const round = (before?.round ?? 0) + 1;
    const phase = c.type === 'OpenAcclamation' ? 'objection' : 'voting';
    const frozen = { text, rule: hall.rule, eligible: members(hall).length, voters };
    hall.votes.set(id, { phase, round, due, ...frozen, cast: new Map(), results: before?.results ?? [] });
  }
  return 'done';
}

/** V1, V8, V9: multiplied out, so that nothing is rounded. */
function count(vote: Vote): boolean {
  const { base: of, threshold } = vote.rule;
  const pressed = vote.voters.map((voter): [string, string] => [voter, vote.cast.get(voter) ?? 'notPressed']);
  const number = (choice: string): number => pressed.filter((one) => one[1] === choice).length;
  const [ayes, noes, neither] = [number('approve'), number('oppose'), number('abstain')];
  const base = { eligible: vote.eligible, present: pressed.length, cast: ayes + noes + neither, valid: ayes + noes }[of];
  const enough =
    threshold.kind === 'consensus'
      ? noes === 0
      : threshold.kind === 'moreThan'
        ? ayes * threshold.of > base * threshold.parts
        : ayes * threshold.of >= base * threshold.parts;
  const named = sorted.byName(pressed).map(([voter, choice]) => `${voter}=${choice}`);
  const outcome = [base, ayes > 0 && enough, vote.text];
  vote.results = [...vote.results, ['named', ayes, noes, neither, number('notPressed'), pressed.length, ...outcome, ...named]];
  vote.phase = 'closed';
  return ayes > 0 && enough;
}

export const voteRules: Rules<VoteCommand['type']> = {
  ...formRules,
  OpenVoting: (hall, c, _, at) => put(hall, c, at),
  RepeatVoting: (hall, c, _, at) => put(hall, c, at),
  OpenAcclamation: (hall, c, _, at) => put(hall, c, at),
  CastVote: ({ votes }, { motionId, choice }, by) => {
    const vote = votes.get(motionId);
    if (vote?.phase !== 'voting') return 'VotingIsClosed';
    if (!vote.voters.includes(by)) return 'NotOnVoterRoll';
    if (vote.cast.get(by) === choice) return 'silent';
    vote.cast.set(by, choice);
    return 'done';
  },
  CloseVoting: (hall, { motionIds }) => {
    const { votes } = hall;
    if (!motionIds.every((id) => votes.get(id)?.phase === 'voting')) return 'VotingIsClosed';
    for (const [id, vote] of votes) if (motionIds.some((one) => one === id)) outcome(hall, id, count(vote));
    return 'done';
  },
  AnnounceResult: ({ votes }, { motionIds }) => {
    const named = motionIds.map((id) => votes.get(id));
    if (named.some((vote) => vote?.phase !== 'closed' && vote?.phase !== 'announced')) return 'MotionNotVotedOn';
    if (named.every((vote) => vote?.phase === 'announced')) return 'silent';
    for (const vote of named) if (vote) vote.phase = 'announced';
    return 'done';
  },
  RaiseObjection: ({ votes }, { motionId }, by) => {
    const vote = votes.get(motionId);
    if (vote?.phase !== 'objection') return 'NoObjectionWindow';
    if (!vote.voters.includes(by)) return 'NotOnVoterRoll';
    vote.phase = 'objected';
    return 'done';
  },
  CloseAcclamation: (hall, { motionIds }, _, at) => {
    const ended = [...hall.votes].filter(
      ([id, { phase, due }]) => motionIds.some((one) => one === id) && phase === 'objection' && at >= due,
    );
    for (const [id, vote] of ended) {
      vote.phase = 'closed';
      vote.results = [...vote.results, ['acclamation', vote.voters.length, true]];
      outcome(hall, id, true);
    }
    return ended.length > 0 ? 'done' : 'silent';
  },
  ChangeVoteRule: (hall, { base, threshold }) => {
    if (votingIsOpen(hall)) return 'VotingIsOpen';
    const { kind, parts, of } = threshold.kind === 'consensus' ? { ...threshold, parts: 1, of: 1 } : threshold;
    if (parts <= 0 || of <= 0 || (kind === 'moreThan' ? parts >= of : parts > of)) return 'InvalidPlan';
    const was = JSON.stringify([hall.rule.base, Object.entries(hall.rule.threshold).sort()]);
    if (was === JSON.stringify([base, Object.entries(threshold).sort()])) return 'silent';
    hall.rule = { base, threshold };
    return 'done';
  },
};

const elsewhere = 'MinutesNotAtThisStep';

export const minutesRules = (seal: string): Rules<MinutesCommand['type']> => ({
  PermitWriter: ({ minutes, people, writers }, { person }) => {
    if (minutes.step !== 'drafting') return elsewhere;
    const role = people.get(person);
    if (role !== 'member') return role ? 'NotAMember' : 'UnknownPerson';
    if (writers.has(person)) return 'silent';
    writers.add(person);
    return 'done';
  },
  DismissWriter: ({ minutes, writers }, { person }) =>
    minutes.step !== 'drafting' ? elsewhere : writers.delete(person) ? 'done' : 'silent',
  SubmitMinutes: ({ phase, minutes }, _, by) => {
    if (phase !== 'concluded') return 'MeetingNotConcluded';
    if (minutes.step === 'checking' && minutes.by === by) return 'silent';
    if (minutes.step !== 'drafting') return elsewhere;
    Object.assign(minutes, { step: 'checking', by, signers: [] });
    return 'done';
  },
  PassMinutes: ({ minutes }, _, by) => {
    if (minutes.step !== 'checking') return elsewhere;
    if (minutes.by === by) return 'OwnSubmission';
    minutes.step = 'countersigning';
    return 'done';
  },
  ReturnMinutes: (hall, { reason }, by) => {
    const { minutes, named } = hall;
    const no = departmentRefusal(hall, by);
    if (no) return no;
    if (minutes.step === 'checking' && minutes.by === by) return 'OwnSubmission';
    if (minutes.step !== 'checking' && minutes.step !== 'countersigning') return elsewhere;
    Object.assign(minutes, { step: 'drafting', returned: reason });
    for (const one of named.keys()) named.set(one, 'released');
    return 'done';
  },
  CountersignMinutes: (hall, _, by) => {
    const { minutes, named } = hall;
    const no = departmentRefusal(hall, by);
    if (no) return no;
    if (minutes.step !== 'countersigning') return elsewhere;
    if (minutes.signers.includes(by)) return 'silent';
    minutes.signers.push(by);
    if (named.has(by)) named.set(by, 'signed');
    return 'done';
  },
  IssueMinutes: (hall, { number }, _, at) => {
    const { minutes } = hall;
    if (minutes.step !== 'countersigning') return elsewhere;
    const waits = waitsFor(hall, at);
    if (waits) return waits;
    if (seal === '') return 'MinutesNotSealed';
    Object.assign(minutes, { step: 'issued', issue: [number, seal] });
    return 'done';
  },
  CorrectMinutes: ({ minutes }) => {
    if (minutes.step !== 'issued') return elsewhere;
    minutes.corrections += 1;
    return 'done';
  },
});
