// Knows the words of signing in, of the first setting up and of entering by a link.
import { roleWords } from './roles.ts';

export const signInWords = {
  title: '登录',
  welcome: '请用会务人员发给您的账号登录。',
  account: '账号',
  password: '密码',
  submit: '登录',
  needAccount: '请填写账号。',
  needPassword: '请填写密码。',
  wait: (seconds: number) => `尝试次数太多，请 ${seconds} 秒后再试。`,
  forgotten: '忘记密码或换了手机？请联系会务人员，可当场为您重置，或发给您一个二维码。',
  setUp: '这台服务器还没有账号。请打开启动时终端里显示的初次设置链接。',
  demoTitle: '演示环境，点一下即可填好',
  demoHint: '密码都是 xieshang-demo，数据均为虚构。委员从 weiyuan01 起，部门从 bumen1 起。',
  demoPassword: 'xieshang-demo',
  demoPeople: [
    { account: 'weiyuan01', part: roleWords.member },
    { account: 'weiyuan02', part: roleWords.member },
    { account: 'zhuchi', part: roleWords.moderator },
    { account: 'zhuchi2', part: '第二主持人' },
    { account: 'mishu1', part: roleWords.secretary },
    { account: 'mishu2', part: '校核秘书' },
    { account: 'bumen1', part: roleWords.departmentRep },
    { account: 'pangting1', part: roleWords.observer },
    { account: 'guanli', part: roleWords.admin },
  ],
};

export const setupWords = {
  title: '初次设置',
  intro: '请填写委员会名称，并建立第一个管理员账号。完成后即可登录，为其他人建立账号。',
  committee: '委员会名称',
  committeeHint: '例如：政协明川市委员会。会出现在页面和文件上。',
  account: '账号',
  accountHint: '字母、数字和 . _ - ，最多 64 个字符，建立后不能更改。',
  name: '姓名',
  password: '密码',
  again: '再填一次',
  submit: '完成设置',
  noToken: '设置链接不完整。请从终端复制整条链接，在浏览器中重新打开。',
  toSignIn: '去登录',
};

export const passwordWords = {
  hint: '8 到 128 个字符，不要用账号名或常见密码。',
  tooShort: '至少 8 个字符。',
  tooLong: '最多 128 个字符。',
  isAccount: '不能与账号相同。',
  differ: '两次填写的不一样。',
};

export const joinWords = {
  entering: '正在为您进入会议…',
  failedTitle: '没能进入会议',
  noToken: '链接不完整。请重新点开收到的整条链接，或重新扫描二维码。',
  signIn: '用账号登录',
};
