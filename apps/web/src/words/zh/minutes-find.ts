// Knows the words of finding and replacing in the minutes.
export const findWords = {
  name: '查找',
  find: '查找',
  findHint: '回车找下一处，Shift+回车找上一处，Esc 回到正文。',
  loosely: '不分全角半角、标点和大小写',
  none: '没有找到',
  /** `facts`: how many of them stand in facts. */
  count: (at: number, all: number, facts: number): string =>
    `第 ${at} 处，共 ${all} 处${facts > 0 ? `（其中事实 ${facts} 处，不能替换）` : ''}`,
  next: '下一处',
  previous: '上一处',
  replacement: '替换为',
  replacementHint: '不填就是删除找到的文字。',
  replace: '替换',
  replaceAll: '全部替换',
  replaced: (n: number): string => `已替换 ${n} 处。要还原，撤销一次即可。`,
  replacedSome: (n: number, rest: number): string => `已替换 ${n} 处，还有 ${rest} 处，请再按一次“全部替换”。`,
  isFact: '这一处在事实里：事实取自会议记录，不能替换。',
  onlyFacts: '找到的都在事实里，不能替换。',
  composing: '正文里正在输入，选好字后再替换。',
  notOpen: '正文打开之后可以查找。',
};
