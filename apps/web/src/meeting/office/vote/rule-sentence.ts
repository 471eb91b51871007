// Knows the one sentence that says what a vote needs, with its figures where they are known; the arithmetic is the meeting's.
import type { VoteRule } from '@xieshang/meeting';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { requiredApprovals } from '../../shared/threshold.ts';

/** `须赞成 ≥ 17，应到 32 过半`; a base that only the count knows is named instead. */
export function ruleSentence(rule: VoteRule, figures: { readonly eligible: number; readonly present: number }): string {
  const required = requiredApprovals(rule, figures);
  const share = roomWords.rule(rule);
  if (rule.threshold.kind === 'consensus') return words.ruleConsensus;
  if (required === null) return words.ruleOpen(share);
  const name = roomWords.bases[rule.base];
  return words.ruleText(required, name, rule.base === 'eligible' ? figures.eligible : figures.present, share.slice(name.length));
}
