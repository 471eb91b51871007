// Knows what a vote came to, in words; not how it was counted.
import type { CountedResult, Result } from '@xieshang/meeting';
import { roomWords as words } from '../../words/zh/room.ts';

export const isCounted = (result: Result): result is CountedResult => result.form !== 'acclamation';

/** Without its quorum a vote decides nothing, whatever its figures. */
export const lacksQuorum = (result: Result): boolean => isCounted(result) && !result.passed && result.quorum?.met === false;

/** 通过, or 未通过 · 转继续研究, with 未达法定人数 where that is why. */
export const verdictText = (result: Result): string =>
  lacksQuorum(result) ? `${words.verdict(result)}（${words.noQuorum}）` : words.verdict(result);

/** `赞成 16 · 反对 5 · 弃权 6 · 未按 1`; 废票 are named where there are some. */
export function figuresText(result: Result): string {
  if (!isCounted(result)) return words.acclamation;
  const { tally, spoilt } = result;
  const buckets = (['approve', 'oppose', 'abstain', 'notPressed'] as const).map((bucket) => `${words.choices[bucket]} ${tally[bucket]}`);
  return `${buckets.join(' · ')}${spoilt > 0 ? words.ofWhichSpoilt(spoilt) : ''}`;
}

/** `应到 32 · 在场可投 28 · 须赞成 ≥ 17（应到过半）`; the base is named by what it is. */
export function baseText(result: CountedResult): string {
  const { rule, base, roll, needed } = result;
  const figures = [words.baseFigure(words.bases[rule.base], base)];
  if (rule.base !== 'present') figures.push(words.baseFigure(words.mayVote, roll));
  figures.push(rule.threshold.kind === 'consensus' ? words.rule(rule) : words.needed(needed, words.rule(rule)));
  return figures.join(' · ');
}

/** `法定人数 17：开始时 28 人，结束时 27 人`, or empty where the record does not say. */
export function quorumText({ quorum }: CountedResult): string {
  return quorum ? words.quorumFigures(quorum.needed, quorum.atOpening, quorum.atClosing) : '';
}

/** `发出 29 张，收回 28 张` of a secret vote, or empty where none were given out. */
export const ballotsText = ({ secret }: CountedResult): string => (secret ? words.ballotsOutAndBack(secret.issued, secret.returned) : '');

/** Whether somebody was voted for, had a vote entered, or has more votes than one: that is said beside the names. */
export const hasNotes = ({ form, votes, weights }: CountedResult): boolean =>
  Object.keys(weights).length > 0 ||
  votes.some(({ holder, enteredBy }) => holder !== undefined || (form === 'named' && enteredBy !== undefined));
