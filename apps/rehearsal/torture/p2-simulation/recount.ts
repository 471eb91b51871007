// Follows every vote and election through the bytes of a log alone, as what was given and told; takes no rule and no count from the core.
import type { Meeting } from '@xieshang/meeting';
import { fits, formOf, isCounted, isKeyed, under, type Closed, type Opened, type Voting } from './count-again.ts';
import { electionsAgain, type ElectionsAgain } from './recount-elections.ts';
import { sealedAgain } from './recount-sealed.ts';
import { rollAgain, type RollAgain } from './roll-again.ts';
import type { Fault, Told } from './watch.ts';
import type { World } from './world.ts';

type Found = (figure: Fault['figure'], sentence: string) => void;

type Fact =
  | { readonly type: 'VotingOpened'; readonly payload: Opened }
  | { readonly type: 'VoteCast'; readonly payload: { motionId: string; voter: string; choice: string; holder?: string } }
  | { readonly type: 'VoteEntered'; readonly payload: { motionId: string; voter: string; choice: string } }
  | {
      readonly type: 'CountEntered';
      readonly payload: { motionId: string; approve: number; oppose: number; abstain: number; spoilt: number };
    }
  | { readonly type: 'VotingClosed'; readonly payload: { readonly motions: readonly Closed[] } }
  | { readonly type: 'VotingVoided'; readonly payload: { readonly motionIds: readonly string[] } };

/** What the counts came to, for the figures. */
export interface Recounted {
  readonly votes: number;
  readonly elections: ElectionsAgain['figures'];
}

/** V4–V9, V15–V19, V23, V24, V44, E3–E18, law 7. Every ballot that was acknowledged stood when it was, and every count is what was given. */
export function judgeVotes({ disk, told }: Pick<World, 'disk' | 'told'>, state: Meeting | undefined, found: Found): Recounted {
  const open = new Map<string, Voting>();
  let [at, votes] = [0, 0];
  const wrong = (sentence: string): void => found('dup', `第 ${at} 条：${sentence}`);
  const roll = rollAgain();
  const sealed = sealedAgain(told, roll, (voteId) => disk.ballots().some(({ vote }) => vote === voteId), found);
  const elections = electionsAgain(roll, sealed, () => open.size > 0, wrong);
  for (const { bytes, seq } of disk.events()) {
    at = seq;
    const fact = JSON.parse(bytes) as Fact & { readonly by: string };
    for (const one of [roll, sealed, elections]) one.take(fact);
    switch (fact.type) {
      case 'VotingOpened':
        if (elections.isOpen()) wrong('选举没有结束，就开始了表决');
        if (!isRollOf(roll, fact.payload)) wrong('表决人名册不是此刻在场的和受托的');
        for (const { motionId, rule } of fact.payload.motions) {
          open.set(motionId, { opened: fact.payload, rule, pressed: new Map(), entered: new Map(), counts: new Map() });
        }
        break;
      case 'VoteCast':
        press(open.get(fact.payload.motionId), fact.payload, fact.by, wrong);
        break;
      case 'VoteEntered':
        enter(open.get(fact.payload.motionId), fact.payload, fact.by, wrong);
        break;
      case 'CountEntered': {
        const { motionId, approve, oppose, abstain, spoilt } = fact.payload;
        const voting = open.get(motionId);
        if (!voting || !isCounted(voting)) wrong('表决之外的点票');
        voting?.counts.set(fact.by, [approve, oppose, abstain, spoilt]);
        break;
      }
      case 'VotingClosed':
        for (const closed of fact.payload.motions) {
          const voting = open.get(closed.motionId);
          const here = sealed.presentAtClose(voting?.opened.terms?.voteId) ?? roll.present().length;
          if (!voting || !fits(voting, closed, sealed.counts(voting.opened.terms?.voteId), here))
            wrong(`${closed.motionId} 的计票重算不符`);
          open.delete(closed.motionId);
          votes += 1;
        }
        break;
      case 'VotingVoided':
        for (const motionId of fact.payload.motionIds) open.delete(motionId);
    }
    for (const { by, vote } of told.votes.filter((one) => one.seq === seq)) {
      const stands =
        vote.type === 'CastVote'
          ? open.get(vote.motionId)?.pressed.get(vote.for ?? by) === vote.choice
          : isOn(elections.castBy(vote.electionId, by), vote);
      if (!stands) found('lost', `${by} 的一票（${vote.type}）确认过，却没有算`);
    }
  }
  judgeRounds(elections, state, wrong);
  return { votes, elections: elections.figures };
}

type Vote = Told['votes'][number]['vote'];

/** E5: each mark once, whatever the order. */
const isOn = (marks: readonly string[] | undefined, { chosen, writeIns }: Extract<Vote, { type: 'CastElection' }>): boolean =>
  marks?.toSorted().join() === [...new Set<string>([...chosen, ...writeIns.map((person) => `person:${person}`)])].toSorted().join();

/** V3, V24, in votes of whatever form. */
const isRollOf = (roll: RollAgain, { voterRoll, proxies = {}, quorum }: Opened): boolean => {
  const here = new Set(roll.present());
  const held = new Map(Object.entries(proxies));
  const fits = [...held].every(([principal, holder]) => !here.has(principal) && here.has(holder));
  return (
    fits &&
    voterRoll.join() ===
      roll
        .members()
        .filter((person) => here.has(person) || held.has(person))
        .join() &&
    (quorum === undefined || (quorum.present === here.size && quorum.needed === roll.least()))
  );
};

/** E12: what a round came to is never written over. */
function judgeRounds(elections: ElectionsAgain, state: Meeting | undefined, wrong: Wrong): void {
  if (!state || state.phase === 'notConvened') return;
  const held = new Map(Object.entries(state.elections));
  for (const [id, rounds] of elections.rounds()) {
    const election = held.get(id);
    const now =
      !election || election.phase === 'tabled' ? [] : 'result' in election ? [...election.earlier, election.result] : election.earlier;
    const kept = now.map(({ round, standings }) => ({ round, standings }));
    if (JSON.stringify(kept) !== JSON.stringify(rounds)) wrong(`${id} 以前几轮的结果变了`);
  }
}

type Wrong = (sentence: string) => void;

function press(
  voting: Voting | undefined,
  { voter, choice, holder }: Extract<Fact, { type: 'VoteCast' }>['payload'],
  by: string,
  wrong: Wrong,
): void {
  if (!voting || !isKeyed(voting) || !voting.opened.voterRoll.includes(voter)) return wrong('表决之外的一票');
  if (by !== (under(voting.opened.proxies, voter) ?? voter) || (holder ?? voter) !== by) return wrong(`${by} 无权替 ${voter} 按`);
  if (voting.pressed.get(voter) === choice) return wrong('同一票记了两次');
  voting.pressed.set(voter, choice);
}

function enter(
  voting: Voting | undefined,
  { voter, choice }: Extract<Fact, { type: 'VoteEntered' }>['payload'],
  by: string,
  wrong: Wrong,
): void {
  const takes = voting && (formOf(voting) === 'named' || voting.opened.terms?.counting === 'byName');
  if (!takes || !voting.opened.voterRoll.includes(voter)) return wrong('表决之外的录入');
  if ((voting.entered.get(voter)?.choice ?? 'notPressed') === choice) return wrong('同一录入记了两次');
  if (choice === 'notPressed') voting.entered.delete(voter);
  else voting.entered.set(voter, { choice, by });
}
