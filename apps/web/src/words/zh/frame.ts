// Knows the words around every office page and of pages that are not there.
export const frameWords = {
  navigation: '主导航',
  meetings: '会议',
  accounts: '账号管理',
  me: '我的',
  signOut: '退出登录',
  signOutFailed: '没能退出，请再试一次。',
  demo: '演示环境：数据均为虚构，请勿填写真实信息。',
  notFoundTitle: '没有这个页面',
  notFound: '网址可能不完整。请从会议列表重新进入。',
  toMeetings: '回到会议列表',
  brokenTitle: '本页出了问题',
  broken: '请刷新本页；已保存的内容不受影响。',
  version: (version: string): string => `协商厅 ${version} 版`,
  alarms: '系统提醒',
  storageFails: (why: string): string => `新的内容没有保存下来：${why}`,
  reload: '刷新本页',
};
