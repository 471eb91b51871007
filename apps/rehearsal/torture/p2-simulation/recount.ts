// Follows every vote through the bytes of a log alone, as what was given and told; takes nothing from the core.
import { digestOf } from '@xieshang/protocol';
import { choices, fits, formOf, isCounted, isKeyed, under, type Closed, type Opened, type Sealed, type Voting } from './count-again.ts';
import type { Disk } from './disk.ts';
import type { Fault, Told } from './watch.ts';

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
  | { readonly type: 'VotingVoided'; readonly payload: { readonly motionIds: readonly string[] } }
  | { readonly type: 'BallotsCounted'; readonly payload: { readonly voteId: string; readonly count: Sealed } }
  | { readonly type: 'BallotsDestroyed'; readonly payload: { readonly voteId: string } };

/** V4–V9, V15–V19, V23, V24, V44, law 7. Every vote that was acknowledged stood when it was, and every count is what was given. */
export function judgeVotes({ disk, told }: { readonly disk: Disk; readonly told: Told }, found: Found): void {
  const open = new Map<string, Voting>();
  const sealed = new Map<string, Sealed>();
  for (const { bytes, seq } of disk.events()) {
    const fact = JSON.parse(bytes) as Fact & { readonly by: string };
    const wrong = (sentence: string): void => found('dup', `第 ${seq} 条：${sentence}`);
    switch (fact.type) {
      case 'VotingOpened':
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
      case 'BallotsCounted':
        sealed.set(fact.payload.voteId, fact.payload.count);
        judgeBallots(fact.payload.voteId, fact.payload.count, told, found);
        break;
      case 'BallotsDestroyed':
        if (disk.ballots().some(({ vote }) => vote === fact.payload.voteId)) wrong(`${fact.payload.voteId} 的密票说已销毁，还在盘上`);
        break;
      case 'VotingClosed':
        for (const closed of fact.payload.motions) {
          const voting = open.get(closed.motionId);
          if (!voting || !fits(voting, closed, sealed)) wrong(`${closed.motionId} 的计票重算不符`);
          open.delete(closed.motionId);
        }
        break;
      case 'VotingVoided':
        for (const motionId of fact.payload.motionIds) open.delete(motionId);
    }
    for (const { by, vote } of told.votes.filter((one) => one.seq === seq)) {
      const stands = open.get(vote.motionId)?.pressed.get(vote.for ?? by);
      if (stands !== vote.choice) found('lost', `${by} 对 ${vote.motionId} 的一票确认过，却没有算`);
    }
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

/** Law 7, V42, V44. The last ballot of everybody whose ballot was acknowledged is in the count, once, and the marks are those on the ballots. */
function judgeBallots(voteId: string, { participants, hashes, returned, tallies }: Sealed, told: Told, found: Found): void {
  if (new Set(participants).size !== returned || new Set(hashes).size !== returned) found('dup', `${voteId} 的收回数与人数不符`);
  for (const { voter, vote, ciphertext, revision } of told.ballots) {
    if (vote !== voteId) continue;
    const isReplaced = told.sealed.some((one) => one.vote === vote && one.voter === voter && one.revision > revision);
    const isIn = participants.includes(voter) && (isReplaced || hashes.includes(digestOf(ciphertext)));
    if (!isIn) found('lost', `${voter} 在 ${voteId} 的密票确认过，却没有算`);
  }
  const sent = new Map(told.sealed.map(({ ciphertext }) => [digestOf(ciphertext) as string, ciphertext]));
  const marks = hashes.map((hash) => sent.get(hash));
  if (marks.includes(undefined)) found('dup', `${voteId} 里有没人交过的票`);
  for (const [item, of] of Object.entries(tallies)) {
    const again = choices.map((choice) => marks.filter((mark) => mark?.startsWith(`${item} ${choice} `)).length - (of[choice] ?? 0));
    if (again.some((apart) => apart !== 0)) found('dup', `${voteId} 的 ${item} 计票重算不符`);
  }
}
