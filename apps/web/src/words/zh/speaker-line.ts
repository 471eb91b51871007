// Knows the words for a speaker online whose line is lost, as the office, the speaker and the committee's rules read them.
export const speakerLineWords = {
  lostTitle: (name: string): string => `${name}断线，计时已暂停`,
  lostFor: (length: string): string => `已断开 ${length}。重新连上后自动接着讲，断线的时间不计入发言。`,
  wait: '继续等',
  endAndNext: '结束发言并请下一位',
  nextIs: (name: string): string => `下一位是${name}`,
  waitingFor: (name: string, length: string): string => `正在等${name}重新连上，已断开 ${length}`,
  byHand: '回来后由我继续',
  shaky: (name: string, seconds: number): string => `${name}的连线断了；满 ${seconds} 秒停住计时，等其回来`,

  back: '您回来了，发言继续',
  backAfter: (length: string): string => `停表 ${length}，不计入发言。`,

  rulesBefore: '线上的发言人断线',
  never: '照常计时',
  after: (seconds: number): string => `满 ${seconds} 秒停住计时`,
  rulesAfter: '，本人重新连上后自动接着讲。',
};
