// Knows the words that only the screen of the hall shows.
export const hallWords = {
  title: '大屏',
  fullScreen: '全屏',
  leaveFullScreen: '退出全屏',
  stale: (time: string): string => `数据停留在 ${time}`,
  welcome: '欢迎参加',
  soon: '会议即将开始',
  quiet: '会议进行中',
  waitingList: (n: number): string => `名单上还有 ${n} 位`,
  presentOf: (present: number, eligible: number): string => `实到 ${present} / 应到 ${eligible}`,
  raiseHands: '请举手',
  fillPapers: '请填写表决票，投入票箱',
  turnout: '已表决',
  page: (n: number, of: number): string => `第 ${n} / ${of} 页`,
  thanks: '感谢各位参加',
  counting: '等待公布结果',
  observer: '旁听席',
};
