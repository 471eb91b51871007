// Knows the words of the list of those who have the minutes open.
export const peopleWords = {
  name: '在线',
  nobody: '现在没有别人打开这份纪要。',
  notOpen: '正文打开之后，这里列出同时在看、在写的人。',
  me: '我',
  reading: '在看，没有落笔',
  opening: '导语',
  at: (section: string): string => `在“${section}”`,
  goTo: (name: string): string => `到${name}所在的位置`,
  follow: '跟随',
  followOne: (name: string): string => `跟随${name}`,
  following: (name: string): string => `正在跟随${name}：对方移动时，正文跟着滚动。滚动或落笔就停止跟随。`,
  stop: '停止',
};
