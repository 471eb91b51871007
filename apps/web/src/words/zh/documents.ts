// Knows the words around official documents: their names, what is still missing, how they are brought. Not what they say.
import type { ListKind, Missing, SheetKind } from '@xieshang/record';

const names: Readonly<Record<SheetKind, string>> = {
  notice: '会议通知',
  roll: '签到表',
  amendments: '修改意见办理表',
  ballot: '纸质表决票',
  votes: '表决单',
  slips: '选票',
  elections: '选举结果报告单',
  speeches: '发言摘编',
  report: '协商报告',
};

const about: Readonly<Record<SheetKind, string>> = {
  notice: '时间、地点、议题、议程、参会范围、发言安排、材料目录',
  roll: '会前供现场签名，开会后按签到记录填好',
  amendments: '每条建议的修改意见：提出人、改动、理由、办理情况',
  ballot: '设备无法使用时的表决票和计票单',
  votes: '每轮表决一页：内容、方式、法定人数、通过条件、票数、名单、监票和计票、签名栏',
  slips: '设备无法使用时的选票，按在场委员人数复印',
  elections: '每轮选举一页：方式、名额、法定人数、当选条件、得票、当选人、签名栏',
  speeches: '发言人、题目、起止时间、纪要中的摘要、部门答复',
  report: '报送市委、市政府，附任务分解表和表决结果一览',
};

const missing: Readonly<Record<Missing, string>> = {
  noRecommendations: '还没有建议稿',
  noAmendments: '还没有修改意见',
  noResults: '还没有表决结果',
  noElections: '还没有选举',
  noElectionResults: '还没有选举结果',
  noSpeeches: '还没有人发言',
  notConcluded: '散会后生成',
};

export const documentsWords = {
  menu: '文书',
  title: '会议文书',
  hint: '按会议记录即时生成，格式依据 GB/T 9704-2012。',
  names,
  about,
  missing,
  contributions: '发言一览',
  aboutContributions: '每次发言的起止、用时、停钟、答复，可筛选，可导出 Excel、CSV',
  open: '查看',
  sheet: (name: string) => `${name}（打印、导出）`,
  openOf: (name: string) => `查看${name}`,
  word: '导出Word',
  lists: { roll: '导出表格', speeches: '导出表格', votes: '导出表格', named: '导出逐人表决', elections: '导出表格' } satisfies Readonly<
    Record<ListKind, string>
  >,
  listNames: {
    roll: names.roll,
    speeches: names.speeches,
    votes: names.votes,
    named: '逐人表决',
    elections: names.elections,
  } satisfies Readonly<Record<ListKind, string>>,
  print: '打印',
  printHint: '打印时可另存为 PDF。发文字号、签发人等空白处请在 Word 中填写。',
  formHint: '打印时可另存为 PDF。',
  exported: '文件已导出。',
  back: '返回会议',
  bySector: '按界别',
  byStroke: '按姓氏笔画',
  order: '排列',
  unreadable: '文书没有读到',
  notThere: '没有这份文书',
  table: '表格',
  attachments: '附件：',
  signer: '签发人：',
  sign: (label: string) => `${label}（签名）：`,
  copied: (receivers: string) => `抄送：${receivers}。`,
  printed: (date: string) => `${date}印发`,
};
