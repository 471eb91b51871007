// Knows the words of a pulse (表态) wherever it is seen.
import type { PulseTurn, Stance } from '@xieshang/meeting';

const turns: Readonly<Record<PulseTurn, string>> = { before: '讨论前', after: '讨论后' };
const stances: Readonly<Record<Stance, string>> = { support: '支持', reserve: '有保留', against: '不支持' };

export const pulseWords = {
  pulse: '表态',
  turns,
  stances,
  about: (number: number, turn: PulseTurn): string => `建议 ${number} · ${turns[turn]}表态`,
  notVote: '表态只表明态度，不是表决，不记入结果。',
  nobodySees: '您选了什么，只有您自己看得见。',
  choose: '请选一项，结束之前可以改。',
  taken: (stance: Stance): string => `已记下：${stances[stance]}`,
  taking: (stance: Stance): string => `正在提交：${stances[stance]}`,
  takers: (n: number, of: number): string => `已表态 ${n} / ${of}`,
  takersOnly: (n: number): string => `${n} 位表态，人数不足，不分项公布`,
  people: (n: number): string => `${n} 人`,
  others: '有保留或不支持',
  otherSectors: '其他界别',
  shift: (points: number): string =>
    points === 0 ? '支持的比例没有变化' : points > 0 ? `支持的比例上升 ${points} 个百分点` : `支持的比例下降 ${-points} 个百分点`,
  shiftOf: (points: number): string => (points === 0 ? '持平' : points > 0 ? `上升 ${points} 点` : `下降 ${-points} 点`),
  bySector: '分界别',
  guarded: '少于 5 人的数不公布，也不公布能推算出它的数。',
  card: '表态（不具约束力）',
  none: '讨论之前、之后各问一次，可以看出讨论带来的变化。',
  which: '就哪一条',
  open: (turn: PulseTurn): string => `开始${turns[turn]}表态`,
  close: '结束表态',
  all: '各条建议都已表态或付表决。',
  nothing: '还没有建议稿，列入建议稿之后可以表态。',
  hallAsk: '请各位委员在手机上表态',
  say: (number: number): string => `请就建议${number}表态`,
};
