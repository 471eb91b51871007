// Scrutineers, reservations and proxies (V22, V24, V25), in the simple idea the core is compared with.
import { isLate } from './ballots.ts';
import { electionIsOpen } from './elections.ts';
import { votingIsOpen, type Rules } from './hall.ts';

/** V22. */
export const scrutinyRules: Rules<'NameScrutineers' | 'ConfirmCount'> = {
  NameScrutineers: (hall, { persons }) => {
    const { people, scrutineers } = hall;
    if (votingIsOpen(hall)) return 'VotingIsOpen';
    if (electionIsOpen(hall)) return 'ElectionIsOpen';
    const wrong = persons.find((one) => people.get(one) !== 'member');
    if (wrong !== undefined) return people.has(wrong) ? 'NotAMember' : 'UnknownPerson';
    if (String([...scrutineers].toSorted()) === String([...new Set(persons)].toSorted())) return 'silent';
    scrutineers.clear();
    for (const one of persons) scrutineers.add(one);
    return 'done';
  },
  ConfirmCount: ({ votes, scrutineers }, { motionIds, rounds }, by) => {
    if (!scrutineers.has(by)) return 'NotAScrutineer';
    if (isLate(votes, motionIds, rounds)) return 'MotionNotVotedOn';
    const named = motionIds.map((id) => votes.get(id));
    if (named.some((vote) => (vote?.phase !== 'closed' && vote?.phase !== 'announced') || vote.form === 'acclamation'))
      return 'MotionNotVotedOn';
    const fresh = [...new Set(named)].filter((vote) => vote && !vote.confirmed.includes(by));
    for (const vote of fresh) vote?.confirmed.push(by);
    return fresh.length > 0 ? 'done' : 'silent';
  },
};

/** V25. */
export const reservationRules: Rules<'DeclareReservation' | 'WithdrawReservation'> = {
  DeclareReservation: ({ minutes, votes, reservations }, { motionId, note = '' }, by) => {
    if (minutes.step === 'issued') return 'MinutesNotAtThisStep';
    const vote = votes.get(motionId);
    if (vote?.phase !== 'closed' && vote?.phase !== 'announced') return 'MotionNotVotedOn';
    if (!vote.voters.includes(by)) return 'NotOnVoterRoll';
    const words = `${vote.round} ${note}`;
    if (reservations.get(`${motionId} ${by}`) === words) return 'silent';
    reservations.set(`${motionId} ${by}`, words);
    return 'done';
  },
  WithdrawReservation: ({ minutes, votes, reservations }, { motionId }, by) => {
    if (minutes.step === 'issued') return 'MinutesNotAtThisStep';
    const vote = votes.get(motionId);
    if (vote?.phase !== 'closed' && vote?.phase !== 'announced') return 'MotionNotVotedOn';
    if (!vote.voters.includes(by)) return 'NotOnVoterRoll';
    return reservations.delete(`${motionId} ${by}`) ? 'done' : 'silent';
  },
};

/** V24. */
export const proxyRules: Rules<'GrantProxy' | 'RevokeProxy'> = {
  GrantProxy: ({ plan, people, proxies }, { to }, by) => {
    const most = plan.rules.proxies?.most;
    if (most === undefined) return 'ProxiesNotAllowed';
    if (to === by || people.get(to) !== 'member') return 'MayNotHoldProxy';
    if (proxies.get(by) === to) return 'silent';
    if ([...proxies.values()].filter((one) => one === to).length >= most) return 'TooManyProxies';
    proxies.set(by, to);
    return 'done';
  },
  RevokeProxy: ({ proxies }, _, by) => (proxies.delete(by) ? 'done' : 'silent'),
};
