// Knows the words of what comes before an issue and after it: speakers' confirmations, countersigners, numbers, open items.
import type { Countersigner, DigestStanding, OpenItem } from '@xieshang/meeting';

const standings: Readonly<Record<DigestStanding['phase'] | 'notAsked' | 'overdue', string>> = {
  notAsked: '未请',
  waiting: '待确认',
  overdue: '到期未答',
  confirmed: '已确认',
  contested: '要求修改',
  excused: '不再等',
};

const countersignings: Readonly<Record<Countersigner['phase'], string>> = {
  named: '待会签',
  signed: '已会签',
  excused: '免签',
  released: '已退回',
};

const itemKinds: Readonly<Record<OpenItem['kind'], string>> = {
  rejected: '未通过，继续研究',
  writtenReply: '会后书面答复',
  unanswered: '没有答复',
};

const missed: Readonly<Record<NonNullable<OpenItem['missed']>, string>> = {
  votes: '未达票数，继续研究',
  quorum: '未达法定人数，继续研究',
};

/** 代操作 marks whatever somebody did for somebody else. */
export const signingWords = {
  missed,
  // The office: speakers
  speakersPanel: '摘编',
  speakersTitle: '发言摘编与发言人确认',
  speakersHint: '摘编取正文里发言记录下面、下一条记录之前的文字，不超过 500 字；请发言人在手机上确认。不请也可以签发。',
  noSpeeches: '这次会议没有发言。',
  standings,
  tally: (asked: number, confirmed: number, contested: number, waiting: number): string =>
    asked === 0
      ? '还没有请发言人确认。'
      : `已请 ${asked} 条：确认 ${confirmed}${contested > 0 ? `，要求修改 ${contested}` : ''}${waiting > 0 ? `，待答复 ${waiting}` : ''}`,
  ask: '请发言人确认',
  askAgain: '请再次确认',
  askOne: '请其确认',
  askWill: (n: number): string => `将请 ${n} 条发言的发言人在手机上确认。所请的文字记入会议记录，改过之后要再请一次。`,
  askNone: '没有要请的：都已请过，或正文里还没有摘编。',
  pickText: '正文里还没有摘编：可以先写，也可以只请确认记录里的一句话。',
  withoutText: (n: number): string => `也请没有摘编的 ${n} 条（只确认记录里的一句话）`,
  tooLong: (n: number): string => `${n} 条超过 500 字，没有列入；请在该条里压缩后单独请。`,
  due: '请在此之前答复',
  dueHint: '到时没有答复，签发不再等；要求修改的仍要处理。',
  dueNeeded: '请选一个在现在之后的时间。',
  askedNow: '已请发言人确认。',
  digest: '摘编',
  digestHint: '不超过 500 字，取自正文，可以压缩。',
  count: (n: number): string => `${n} / 500`,
  digestTooLong: '超过 500 字，请压缩。',
  noDigest: '正文里还没有这条发言的摘编。',
  textChanged: '正文已改，与所请的不同。',
  wished: (words: string): string => `意见：${words}`,
  dueBy: (time: string): string => `${time} 前答复`,
  answeredBy: (name: string, time: string): string => `${name} · ${time}`,
  behalfBecause: (reason: string): string => `代操作，理由：${reason}`,
  because: (reason: string): string => `理由：${reason}`,
  versionOf: (n: number): string => `第 ${n} 版`,
  confirmFor: '代为确认',
  confirmForWill: '发言人不能在手机上确认时，由秘书代为确认；记录会标明代操作和理由。',
  usualConfirmFor: ['已电话确认', '已在纸质件上签字确认'],
  goOn: '不再等',
  goOnWill: '签发不再等这位发言人；理由记入会议记录。发言人在签发之前仍可答复。',
  usualGoOn: ['多次联系未答复', '已当面说明，维持原文'],
  toText: '看正文',
  write: '写摘编',

  moreSpeeches: (rest: number): string => `还有 ${rest} 条，继续显示`,

  // The phone: the speaker
  toConfirm: '请确认您的发言',
  toConfirmHint: '纪要将这样记载。确认无误，或写明要改的地方。',
  askedAgain: '文字已改，请再看一遍',
  yourWish: (wish: string): string => `您的意见：${wish}`,
  confirm: '确认无误',
  contest: '要求修改',
  wish: '要改的地方',
  wishHint: '例如：“三年内”改为“两年内”。',
  wishNeeded: '请写明要改的地方。',
  sendWish: '提交意见',
  confirmedNow: '已确认，谢谢。',
  contestedNow: '意见已提交，秘书修改后会再请您确认。',
  youConfirmed: (time: string): string => `您已于 ${time} 确认`,
  confirmedForYou: (name: string, time: string, reason: string): string => `${name}已于 ${time} 代您确认（代操作，${reason}）`,
  youContested: (time: string): string => `您已于 ${time} 要求修改，等秘书修改`,
  closed: '纪要已签发，不再答复。',
  yourSpeech: '您的发言摘编',
  notNow: '先不提',

  speakersConfirmed: '发言人确认',

  // Countersigners
  countersigners: '会签人',
  countersignersNone: '没有指定会签人：有一位主持人会签即可签发。',
  countersignings,
  name: '指定会签人',
  nameAct: '指定',
  nameWill: '可以指定几位主持人和部门，同时会签，不分先后；全部会签或免签之后才能签发。被指定的部门可以阅读全文。',
  nameNeeded: '请至少选择一位。',
  namedNow: '已指定会签人。',
  moderators: '主持人',
  departments: '部门',
  allNamed: '名单里的主持人和部门都已指定或会签。',
  excuse: '免签',
  excuseWill: '签发不再等这一位会签；理由记入会议记录。这一位在签发之前仍可会签。',
  usualExcuses: ['已在纸质件上会签', '已口头同意', '出差，联系不上'],
  namedAt: (name: string, time: string): string => `${name}指定 · ${time}`,
  signedAt: (time: string): string => `${time} 会签`,
  excusedAt: (name: string, time: string, reason: string): string => `${name} ${time} 免签，理由：${reason}`,

  // The department's page
  pleaseCountersign: '请会签会议纪要',
  pleaseCountersignHint: '校核已通过。请通读全文后会签；有问题请退回并写明理由。',
  readAndSign: '阅读并会签',
  readAgain: '再看全文',
  countersigned: '已会签会议纪要',
  youSigned: (time: string): string => `贵部门已于 ${time} 会签`,
  excusedYou: '会务已免签，您仍可在签发之前会签。',
  released: '纪要已退回修改',
  releasedHint: '改好后如需会签，会再请您。',
  draftRead: '会签稿',
  signedNow: '已会签。',
  sentBack: '已退回修改。',

  // The number
  lastNumber: (number: string, title: string): string => `上一份：${number}（${title}）`,
  firstOfKind: (kind: string): string => `${kind}本年还没有发过文号。`,
  gaps: (numbers: readonly number[], rest: number): string =>
    `本年缺号：${numbers.join('、')}${rest > 0 ? ` 等 ${numbers.length + rest} 个` : ''}号`,
  alreadyUsed: (title: string): string => `这个号已用于“${title}”，请换一个。`,
  waitsFor: (names: readonly string[], all: number): string => `还在等：${names.join('、')}${all > names.length ? ` 等 ${all} 位` : ''}`,

  returnedBefore: '上次退回时要求',

  // Open items
  itemsPanel: '遗留',
  items: '遗留事项',
  itemsHint: '以前的会议留下、到这次会议时还没有办结的事项。办结要写明依据，不会删除。',
  itemsNone: '没有以前留下的事项。',
  ownItems: '本次会议的遗留事项',
  carriedItems: '以前会议的遗留事项',
  itemKinds,
  recommendation: (n: number): string => `建议${n}`,
  asked: (asker: string | null, department: string | null): string =>
    `${asker === null ? '' : `${asker}提出`}${department === null ? '' : ` → ${department}`}`,
  untold: '（没有写明题目）',
  replyBy: (day: string): string => `应于 ${day}前答复`,
  late: '已过期',
  open: '未办结',
  closedAs: '已办结',
  close: '办结',
  closeWill: '写明凭什么办结：复函文号、会议决定或其他材料。办结记入这次会议，事项本身不删除。',
  reference: '依据',
  referenceHint: '例如：明财函〔2026〕8号，已答复。',
  referenceNeeded: '请写明依据。',
  closedNow: '已办结。',
  closedIn: (title: string | null, day: string): string => (title === null ? `${day}办结` : `${day}在“${title}”办结`),
  moreItems: (rest: number): string => `还有 ${rest} 项，继续显示`,
  itemsUnread: '遗留事项没有读到',
  toThatMeeting: '看那次纪要',
  fromMinutes: (number: string): string => `看纪要 ${number}`,
};
