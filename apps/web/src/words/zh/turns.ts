// Knows the words for the order of turns: why somebody stands where they stand, and why that changed.
import type { Criterion, TurnGroup } from '@xieshang/meeting';

const groups: Readonly<Record<Exclude<TurnGroup, 'fair'>, string>> = {
  order: '程序性发言',
  interposed: '接着刚才的发言',
  held: '主持人排定',
  prepared: '预约发言',
  response: '部门回应',
  skipped: '略过一次',
  awaited: '尚未到场',
  passedOver: '原环节未讲',
};

const criteria: Readonly<Record<Criterion, string>> = {
  notSpoken: '尚未发言',
  sectorNotHeard: '界别尚未发言',
  sectorTime: '界别用时较少',
  asked: '申请在前',
};

/** Said of somebody who now stands before the reader. */
const overtaken: Readonly<Record<TurnGroup | Criterion, string>> = {
  order: '程序性发言先讲',
  interposed: '追问、插话接着刚才的发言先讲',
  held: '主持人作了调整',
  prepared: '预约发言先讲',
  response: '部门回应先讲',
  fair: '按发言次序',
  skipped: '按发言次序',
  awaited: '已经到场',
  passedOver: '按发言次序',
  notSpoken: '今天还没有发言',
  sectorNotHeard: '其界别还没有人发言',
  sectorTime: '其界别发言时间较少',
  asked: '申请在前',
};

export const turnWords = {
  groups,
  criteria,
  alone: '按申请先后',
  rule: '尚未发言的在前，其次界别尚未发言的，再次本界别用时少的，最后按申请先后。',
  why: '为什么在这一位',
  orLonger: '以后申请的如果还没讲过、界别也没人讲过，会排到您前面，所以等候时间只能说“至少”。',
  movedUp: (count: number, to: number): string => `前面 ${count} 位已发言或退出，您到第 ${to} 位`,
  placed: (to: number): string => `主持人把您排到第 ${to} 位`,
  skipped: (to: number): string => `主持人略过一次，您仍在名单，到第 ${to} 位`,
  overtaken: (name: string, why: TurnGroup | Criterion): string => `${name}排到您前面：${overtaken[why]}`,
  passed: (to: number): string => `按发言次序，您前移到第 ${to} 位`,
};
