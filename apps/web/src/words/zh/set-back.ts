// Knows the words of a page whose server was restored from a backup.
export const setBackWords = {
  title: '服务器已从备份恢复',
  what: (taken: string, restored: string): string => `现在的内容来自 ${taken} 的备份，于 ${restored} 恢复。`,
  missing: (count: number): string => `备份之后，本页收到过的 ${count} 条记录（签到、发言、表决等）已不在其中，请以页面上现在的内容为准。`,
  lostVotes: (papers: readonly string[]): string =>
    `您的表决不在其中：${papers.join('、')}。仍在表决的，请重新表决；已经结束的，请告诉秘书。`,
  paper: (number: number | undefined, id: string): string => (number === undefined ? id : `建议 ${number}`),
  pending: (count: number): string => `正在提交的 ${count} 项操作会自动重新提交。`,
  minutes: '正在写纪要的，没有保存的文字留在原页面上，可以复制。',
  signed: (fingerprint: string): string => `这次恢复由服务器用原来的密钥签署，指纹 ${fingerprint}。`,
  understood: '知道了',
  otherKeyTitle: '请先与管理员核对',
  otherKey:
    '服务器说它是从备份恢复的，但签署用的密钥不是本页此前认得的那一把。请与管理员核对下面的指纹；一致以后重新载入本页即可，核对之前请不要依据本页内容作决定。',
  fingerprint: (fingerprint: string): string => `指纹 ${fingerprint}`,
  reload: '重新载入',
};
