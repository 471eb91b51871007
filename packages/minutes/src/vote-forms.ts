// Knows what the forms of a vote are called and what each brings to be told: papers given out, spoilt ones, a quorum; not how it is told.
import type { CountedResult, Result } from '@xieshang/meeting';

const names: Readonly<Record<Result['form'], string>> = {
  acclamation: '鼓掌通过',
  named: '按键表决（记名）',
  unnamed: '按键表决（不公开逐人）',
  showOfHands: '举手表决',
  paper: '纸质票表决（两人计票录入）',
  secret: '无记名投票',
};

/** Of a round in which nothing was counted. */
export const voidedFormText = (form: Result['form']): string => names[form];

/** 按键表决（记名）: as a form is named on paper. */
export const formText = (result: Result): string =>
  result.form === 'showOfHands' ? `${names.showOfHands}（${result.votes.length > 0 ? '逐人登记' : '计数'}）` : names[result.form];

const manners: Readonly<Record<Exclude<CountedResult['form'], 'named'>, string>> = {
  unnamed: '以按键（不公开逐人）方式表决',
  showOfHands: '以举手方式表决',
  paper: '以纸质票方式表决',
  secret: '以无记名投票方式表决',
};

/** 以举手方式表决; null of named keys, which are the rule, and of acclamations, which say so themselves. */
export const mannerText = (result: Result): string | null =>
  result.form === 'acclamation' || result.form === 'named' ? null : manners[result.form];

/** 发出、收回 */
export interface Papers {
  readonly issued: number;
  readonly returned: number;
}

/** Null where no papers are given out. */
export function papersOf(result: Result): Papers | null {
  if (result.form !== 'paper' && result.form !== 'secret') return null;
  const { roll, tally, spoilt, secret } = result;
  // On a ballot over several items one may have been left blank.
  if (secret) return { issued: secret.issued, returned: secret.returned };
  return { issued: roll, returned: tally.approve + tally.oppose + tally.abstain + spoilt };
}

/** V16. Not enough were there, at the opening or at the close: whatever the figures say, nothing is decided. */
export const quorumMissed = (result: Result): result is CountedResult & { readonly quorum: NonNullable<CountedResult['quorum']> } =>
  result.form !== 'acclamation' && result.quorum?.met === false;

/** Whether there were votes enough, quorum or not. */
export const isReached = ({ rule, tally, needed }: CountedResult): boolean =>
  rule.threshold.kind === 'consensus' ? tally.approve > 0 && tally.oppose === 0 : tally.approve >= needed;
