// Knows how an election reads in official language; not who is elected.
import { countedRounds, electedOf, type ElectionId, type ElectionResult } from '@xieshang/meeting';
import type { Held } from './sources.ts';
import { timeText } from './time.ts';
import { ruleText } from './vote-wording.ts';
import type { Wording } from './wording.ts';

export interface ElectionRound {
  readonly electionId: ElectionId;
  readonly result: ElectionResult;
  /** The last that was counted. */
  readonly last: boolean;
}

/** Every round that was counted, in the order elections were tabled. */
export const electionRoundsOf = ({ elections }: Held): readonly ElectionRound[] =>
  (Object.keys(elections) as ElectionId[]).flatMap((electionId) => {
    const rounds = countedRounds(elections[electionId]);
    return rounds.map((result, place) => ({ electionId, result, last: place === rounds.length - 1 }));
  });

/** 记名投票 · 纸质选票 · 无记名投票 */
export const mannerOf = ({ form }: ElectionResult): string => ({ named: '记名投票', paper: '纸质选票', secret: '无记名投票' })[form];

export const conditionText = ({ paper: { rule } }: ElectionResult): string =>
  rule === 'plurality' ? '按得票多少当选' : `得票达到${ruleText(rule)}当选`;

/** The figures and everybody's votes, then who is elected. */
export function electionWording(meeting: Held, electionId: ElectionId, round: number, zone: string): Wording | null {
  const held = electionRoundsOf(meeting).find((one) => one.electionId === electionId && one.result.round === round);
  if (!held) return null;
  const { result, last } = held;
  const { paper, ballots, roll, standings } = result;
  const { marked, blank, spoilt } = ballots;
  const turn = result.round > 1 || !last ? `（第${result.round}轮）` : '';
  const votes = standings.map(({ name, votes: number }) => `${name}${number}票`).join('、');
  return {
    lines: [
      `${paper.title}${turn}：以${mannerOf(result)}方式选举，应选${paper.seats}名，${conditionText(result)}。`,
      `发出选票${roll}张，收回${marked + blank + spoilt}张，其中有效${marked}张、弃权${blank}张、废票${spoilt}张。得票：${votes}。`,
      outcomeText(result),
    ],
    source: `来自选举 ${timeText(result.closedAt, zone)}`,
  };
}

/** 赵委员、王委员当选。 */
export function outcomeText(result: ElectionResult): string {
  if (!result.quorum.met) return '未达到法定人数，无人当选。';
  const now = result.standings.filter(({ outcome }) => outcome === 'elected').map(({ name }) => name);
  const tied = result.standings.filter(({ outcome }) => outcome === 'tied').map(({ name }) => name);
  return (
    [now.length > 0 ? `${now.join('、')}当选` : '无人当选', ...(tied.length > 0 ? [`${tied.join('、')}票数相等，未当选`] : [])].join('；') +
    '。'
  );
}

/** Those elected in all, this round's and those it adds to. */
export const electedNames = (result: ElectionResult): readonly string[] => electedOf(result).map(({ name }) => name);
