// What is put, cast and counted, and how the minutes go (V, M), in the simple idea the core is compared with.
import type { Command, MinutesCommand, VoteCommand } from '@xieshang/meeting';
import { keptBack, outcome } from './amendments.ts';
import { ballotRules, isLate } from './ballots.ts';
import { issue } from './boxes.ts';
import { electionIsOpen } from './elections.ts';
import { scrutinyRules } from './forms.ts';
import { departmentRefusal, waitsFor } from './signing.ts';
import { headsHere, isHere, isUnderVote, members, votingIsOpen, type Hall, type Rules, type Verdict, type Vote } from './hall.ts';

type PersonalCommand = 'DeclareReservation' | 'WithdrawReservation' | 'GrantProxy' | 'RevokeProxy';
type Opening = Extract<Command, { type: 'OpenVoting' | 'RepeatVoting' | 'OpenAcclamation' }>;

/** V15, V17. The form in a word; by time only where keys are pressed. */
function formOf(c: Opening): { readonly form: Vote['form']; readonly clock: boolean } | 'ClockCannotCount' {
  if (c.type === 'OpenAcclamation') return { form: 'acclamation', clock: true };
  const { terms = { form: 'named' }, closing } = c;
  const clock = closing === 'clock';
  const form = terms.form !== 'showOfHands' ? terms.form : terms.counting === 'byName' ? 'hands' : 'heads';
  return clock && form !== 'named' && form !== 'unnamed' && form !== 'secret' ? 'ClockCannotCount' : { form, clock };
}

/** V2, V3, V11, V12, V24. */
function put(hall: Hall, c: Opening, at: number): Verdict {
  if (headsHere(hall) === 0) return 'NobodyToVote';
  const form = formOf(c);
  if (typeof form === 'string') return form;
  if (electionIsOpen(hall)) return 'ElectionIsOpen';
  const here = members(hall).filter((one) => isHere(hall, one));
  const proxies = new Map(
    [...hall.proxies].filter(
      ([one, holder]) =>
        form.form !== 'acclamation' &&
        form.form !== 'secret' &&
        members(hall).includes(one) &&
        !here.includes(one) &&
        here.includes(holder),
    ),
  );
  const voters = [...here, ...proxies.keys()];
  const ids = new Set<string>(c.motionIds);
  for (const id of ids) {
    const was = hall.votes.get(id)?.phase;
    const counted = was === 'closed' || was === 'announced';
    if (!hall.texts.has(id) && !hall.amendments.has(id)) return 'UnknownMotion';
    if (was === 'objected' && c.type === 'OpenAcclamation') return 'MotionAlreadyPut';
    if (isUnderVote(hall.votes.get(id))) return 'VotingIsOpen';
    if (counted !== (c.type === 'RepeatVoting')) return counted ? 'MotionAlreadyPut' : 'MotionNotVotedOn';
    const kept = keptBack(hall, id, ids);
    if (kept) return kept;
  }
  const { form: kind, clock } = form;
  const terms = 'terms' in c && c.terms?.form === 'secret' ? c.terms : null;
  if (ids.size === 0) return 'silent';
  const kept = terms && issue(hall, terms, { items: [...ids], marks: ['approve', 'oppose', 'abstain'], most: ids.size, electors: voters });
  if (kept) return kept;
  const { objectionMs, votingMs } = hall.plan.rules;
  const due = at + (c.ms ?? (c.type === 'OpenAcclamation' ? objectionMs : votingMs * ids.size));
  for (const id of ids) {
    const [before, text] = [hall.votes.get(id), (hall.amendments.get(id) ?? hall.texts.get(id))?.text ?? ''];
    const round = (before?.round ?? 0) + 1;
    const phase = c.type === 'OpenAcclamation' ? 'objection' : 'voting';
    const frozen = {
      text,
      rule: hall.rule,
      eligible: members(hall).length,
      members: members(hall).length,
      heads: here.length,
      voters,
      proxies,
    };
    const given = { cast: new Map(), entered: new Map(), counts: new Map(), confirmed: [] };
    hall.votes.set(id, {
      phase,
      round,
      due,
      form: kind,
      box: terms?.voteId ?? null,
      clock,
      ...frozen,
      ...given,
      results: before?.results ?? [],
    });
  }
  return 'done';
}

export const voteRules: Rules<Exclude<VoteCommand['type'], PersonalCommand>> = {
  ...ballotRules,
  ...scrutinyRules,
  OpenVoting: (hall, c, _, at) => put(hall, c, at),
  RepeatVoting: (hall, c, _, at) => put(hall, c, at),
  OpenAcclamation: (hall, c, _, at) => put(hall, c, at),
  AnnounceResult: ({ votes }, { motionIds, rounds }) => {
    if (isLate(votes, motionIds, rounds)) return 'MotionNotVotedOn';
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
