// Knows the words of the draft and of the sources beside the minutes; not the prose that is drafted.
import type { Section } from '@xieshang/minutes';

export const draftWords = {
  name: '初稿',
  title: '按会议记录生成初稿',
  hint: '写入正文后就是您的文字，可以随意修改；改过的不会被覆盖。点一句，看它的出处。',
  sections: {
    opening: '导语',
    course: '协商情况',
    recommendations: '形成的主要建议',
    responses: '部门回应情况',
    requirements: '有关要求',
    closing: '出席 · 请假 · 列席',
  } satisfies Readonly<Record<Section, string>>,
  states: {
    current: '已写入',
    outdated: '记录有更新',
    changed: '已改动',
    absent: '未写入',
    removed: '已删去',
    void: '记录已撤销',
  },
  generate: '生成初稿',
  renew: '更新初稿',
  writeSection: (name: string) => `写入“${name}”`,
  writeOne: '写入',
  renewOne: '更新',
  dropOne: '从正文移去',
  replace: '用初稿替换',
  replaceTitle: '用初稿替换？',
  replaceWill: '正文里的这一段会换成按记录生成的文字；您改动的部分不再保留（可以撤销）。',
  show: '看正文',
  nothingToDo: '初稿都已写入，与会议记录一致。',
  nothingButChanged: (n: number) => `没有要写入的了；有 ${n} 段已改动，没有覆盖。`,
  nothingYet: '目前没有新的内容可以写入。',
  voidHint: '会议记录里已经没有这一段的依据。',
  written: (n: number) => `已写入 ${n} 段，可以直接修改。`,
  badge: (n: number) => `初稿有 ${n} 段待写入或更新`,
  offer: '会议已结束，可以按会议记录把纪要的初稿写进正文：听取通报、发言、表决、部门回应和时限。',
  offerSee: '先看一看',
  readOnly: '您现在不能修改正文。',
};

export const sourceWords = {
  name: '出处',
  title: '出处',
  hint: '把光标放在一句话里，或者点事实旁的“来自……”，这里显示它出自会议的哪一项记录。',
  sources: (n: number) => `这一句出自 ${n} 项记录`,
  fact: '这一项事实的记录',
  place: { hall: '到会议看发言', vote: '到会议看表决', elections: '到会议看选举', roll: '到会议看签到', recommendations: '到会议看建议稿' },
  gone: '会议记录里没有这一项。',
  close: '关闭',
};
