// Knows the words of an election that members, the hall and the office read alike.
import type { ElectionPaper, Outcome, VoidedElection } from '@xieshang/meeting';
import { roomWords } from './room.ts';

export const electionWords = {
  election: '选举',
  ballot: '选票',
  seats: (n: number): string => `应选 ${n} 名`,
  candidates: (n: number): string => `候选人 ${n} 名`,
  writeInsAllowed: '可另选他人',
  rule: (rule: ElectionPaper['rule']): string => (rule === 'plurality' ? '按得票多少当选' : roomWords.rule(rule)),
  toBeElected: '当选须得票',
  ruleAloud: '当选规则',
  seatedBefore: (names: string): string => `此前已当选：${names}`,
  forms: { named: '记名', paper: '纸质', secret: '无记名' },

  result: '选举结果',
  outcomes: { elected: '当选', tied: '票数相等', notElected: '未当选' } satisfies Record<Outcome, string>,
  votes: (n: number): string => `${n} 票`,
  issued: '发出',
  returned: '收回',
  valid: '有效票',
  blank: '弃权票',
  spoilt: '废票',
  notHandedIn: '未投',
  turnout: '已投票',
  elected: (names: readonly string[]): string => (names.length > 0 ? `当选：${names.join('、')}` : '无人当选'),
  vacant: (n: number): string => `空缺 ${n} 名`,
  tied: (names: readonly string[]): string => `末位票数相等，均不当选：${names.join('、')}`,
  quorumMissed: (present: number, needed: number): string => `实到 ${present} 人，不足法定人数 ${needed} 人，选举无效，无人当选`,
  awaiting: '选举已结束，等待主持人公布结果',
  counting: '正在计票，请稍候',
  voided: (title: string): string => `${title} · 选举已作废`,
  whyVoid: ({ reason, rule }: Pick<VoidedElection, 'reason' | 'rule'>): string => (rule === undefined ? reason : roomWords.voidRules[rule]),
  voidedWhy: (voided: Pick<VoidedElection, 'reason' | 'rule'>): string =>
    `${electionWords.whyVoid(voided)}。已投的都不算，等主持人重新开始。`,
  needed: (n: number, rule: string): string => `须得票 ≥ ${n}（${rule}）`,

  say: {
    open: (title: string): string => `选举开始：${title}。请在选票上选择。`,
    result: (title: string, elected: string): string => `选举结果：${title}。${elected}。`,
  },
};
