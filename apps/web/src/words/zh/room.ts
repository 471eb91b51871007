// Knows the words of a running meeting that members, departments, the hall and the office read alike.
import type {
  AnswerKind,
  Choice,
  Paper,
  Rating,
  Result,
  OrderMatter,
  SpeechKind,
  Threshold,
  VoteBase,
  VoteForm,
  VoteRule,
} from '@xieshang/meeting';

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const written = (n: number): string => digits[n] ?? String(n);

const bases: Readonly<Record<VoteBase, string>> = { eligible: '应到', present: '实到', cast: '投票', valid: '有效票' };

function share(threshold: Threshold): string {
  if (threshold.kind === 'consensus') return '一致同意';
  const { kind, parts, of } = threshold;
  if (kind === 'moreThan') return parts === 1 && of === 2 ? '过半' : `超过${written(of)}分之${written(parts)}`;
  return parts === of ? '全部' : `${written(of)}分之${written(parts)}以上`;
}

const speechKinds: Readonly<Record<SpeechKind, string>> = {
  briefing: '情况通报',
  keynoteSpeech: '重点发言',
  openFloorSpeech: '自由发言',
  followUpQuestion: '追问',
  interjection: '插话',
  departmentResponse: '部门回应',
  pointOfOrder: '程序性发言',
  writtenSpeech: '书面发言',
};

const orderMatters: Readonly<Record<OrderMatter, string>> = {
  proceedings: '会议程序',
  voting: '表决程序',
  time: '发言时间',
  conduct: '会场秩序',
};

const answerKinds: Readonly<Record<AnswerKind, string>> = {
  adopt: '采纳',
  adoptPartially: '部分采纳',
  explain: '解释',
  writtenReplyLater: '会后书面答复',
};

const ratings: Readonly<Record<Rating, string>> = { satisfied: '满意', fair: '基本满意', unsatisfied: '不满意' };

const choices: Readonly<Record<Choice | 'notPressed', string>> = { approve: '赞成', oppose: '反对', abstain: '弃权', notPressed: '未按' };

const forms: Readonly<Record<VoteForm | 'acclamation', string>> = {
  acclamation: '鼓掌通过',
  named: '记名表决',
  unnamed: '不公开逐人结果的表决',
  showOfHands: '举手表决',
  paper: '纸质表决',
  secret: '无记名投票',
};

export const roomWords = {
  rehearsal: '演练',
  rehearsalMeaning: '这是会前演练，发言和表决不作数。',
  /** `民建` and `民建界` alike are written `民建界`. */
  sector: (name: string): string => (name.endsWith('界') ? name : `${name}界`),
  /** The title without the committee and the year, for narrow places. */
  shortTitle: (title: string): string => title.replace(/^.*?年(?=第)/, ''),
  contributions: '发言一览',
  speechKinds,
  orderMatters,
  cues: '时间提示',
  cue: (leftMs: number): string =>
    leftMs === 0 ? '时间到' : leftMs % 60_000 === 0 ? `还有 ${leftMs / 60_000} 分钟` : `还有 ${Math.round(leftMs / 1000)} 秒`,
  beneath: (name: string, left: string): string => `${name}的发言暂停中，余 ${left}，随后接着讲`,
  answerKinds,
  ratings,
  choices,
  forms,
  bases,
  /** `应到过半`, `实到三分之二以上`. */
  rule: ({ base, threshold }: VoteRule): string =>
    threshold.kind === 'consensus' ? '一致同意、无人反对' : `${bases[base]}${share(threshold)}`,

  connected: '已连接',
  connecting: '正在连接…',
  reconnecting: '正在重新连接…',
  offline: '网络已断开',
  refused: '未能进入会议',
  signedOut: '登录已失效',
  broken: '数据校验不一致',
  storageFails: '服务器暂时无法保存',
  evidence: '验证存证',
  busy: '服务器正忙，已排队，会自动重试',
  dataAsOf: (time: string): string => `数据截至 ${time}`,

  stages: '会议进程',
  stageAt: (place: number, of: number, name: string): string => `第 ${place}/${of} 环节 · ${name}`,
  notOpened: '尚未开会',
  finished: '已散会',

  floor: '正在发言',
  speechClock: '发言计时',
  speechProgress: '发言进度',
  remaining: (time: string): string => `剩余 ${time}`,
  overtime: '已超时',
  paused: '计时已暂停',
  lost: '发言人断线，计时已暂停',
  soon: '即将到时',
  nobodySpeaks: '现在没有人发言',
  upNext: '接下来',
  you: '您',
  noneWaiting: '名单上没有人等候',
  speechPlace: (n: number): string => `第 ${n} 位`,

  eligible: '应到',
  present: '实到',
  online: '线上',
  onLeave: '请假',
  absent: '缺席',
  quorumMet: '符合规定人数',
  quorumMissing: (more: number): string => `还差 ${more} 人达到规定人数`,
  attendance: '到会情况',
  people: (n: number): string => `${n} 人`,

  acclamation: '鼓掌通过',
  acclamationAsk: '如无不同意见，即为通过',
  motion: (number: number): string => `建议 ${number}`,
  /** What is put: a recommendation, or an amendment of one. */
  paper: ({ number, amends }: Pick<Paper, 'number' | 'amends'>): string =>
    amends === undefined ? `建议 ${number}` : `建议 ${number} 的修改意见`,
  /** One by its name, several by how many. */
  papers: (papers: readonly Pick<Paper, 'number' | 'amends'>[]): string => {
    const [only] = papers;
    if (papers.length === 1 && only) return roomWords.paper(only);
    return papers.every(({ amends }) => amends === undefined) ? `${papers.length} 条建议` : `${papers.length} 项`;
  },
  motions: (n: number): string => `${n} 条建议`,
  mayVote: '在场可投',
  toPass: '赞成通过',
  atLeast: (n: number): string => `≥ ${n}`,
  quorumIsMet: '已达到',
  quorumShort: '未达到',
  atLeastPeople: (n: number): string => `至少 ${n} 人在场`,
  atLeastAloud: (n: number): string => `至少 ${n} 票赞成`,
  voteCountdown: '表决剩余时间',
  objectionCountdown: '提出不同意见的剩余时间',
  timeIsUp: '时间到，等主持人结束',
  timeIsUpClock: '时间到，正在等断线的委员补送',
  windowIsUp: '时间到，正在确认',
  turnout: (cast: number, of: number): string => `已表决 ${cast} / ${of}`,
  leadUnit: '主办',
  coUnits: '会办',
  /** The first eight digits of the SHA-256 of exactly what was put, as on the printed sheet. */
  frozen: (version: number, hash: string, amends: boolean): string =>
    `${amends ? `从文本 v${version} 改起，` : `文本 v${version} `}已锁定 · 校验 ${hash}`,
  version: (version: number): string => `文本 v${version}`,
  dueDate: '完成时限',

  result: '表决结果',
  passed: '通过',
  notPassed: '未通过 · 转继续研究',
  notAdopted: '未通过 · 文字不改',
  noQuorum: '未达法定人数',
  verdict: ({ passed, paper }: Pick<Result, 'passed' | 'paper'>): string =>
    passed ? roomWords.passed : paper.amends === undefined ? roomWords.notPassed : roomWords.notAdopted,
  quorum: '法定人数',
  quorumFigures: (needed: number, opening: number, closing: number): string =>
    `法定人数 ${needed} 人：开始时在场 ${opening} 人，结束时 ${closing} 人`,
  spoiltAmong: (n: number): string => `其中废票 ${n}`,
  ofWhichSpoilt: (n: number): string => `（其中废票 ${n}）`,
  countedBy: (names: string): string => `${names}分别计票，数目一致`,
  confirmedBy: (names: string): string => `${names}监票，已确认`,
  paperItem: '表决事项',
  passLine: (n: number): string => `过线 ${n}`,
  votes: (n: number): string => `${n} 票`,
  needed: (n: number, rule: string): string => `须赞成 ≥ ${n}（${rule}）`,
  baseFigure: (name: string, n: number): string => `${name} ${n}`,
  round: (n: number): string => `第 ${n} 轮`,
  roundCame: (n: number, text: string): string => `第 ${n} 轮：${text}`,
  roundVoided: (n: number, reason: string): string => `第 ${n} 轮作废：${reason}`,
  seats: '逐人结果',
  seatRow: (row: number): string => `第 ${row} 排`,
  otherSeats: '其他',
  ballotsOutAndBack: (issued: number, returned: number): string => `发出 ${issued} 张，收回 ${returned} 张`,
  ballotsDestroyed: '密封的票和密钥已销毁',
  checkReceipt: '查验回执',
  /** Without a full stop: each stands in a sentence. */
  voidRules: {
    keyLost: '打开票的密钥已经找不到（例如服务器换了磁盘或恢复了备份），无法开票',
    moreThanIssued: '收回的票比发出的多，依规作废',
    countsDisagree: '票数对不上，依规作废',
    byChair: '主持人宣布作废',
  },
  revealing: {
    fewBallots: '收回的票很少，结果可能会让人猜出各人的选择。',
    unanimous: '全体一致：这个结果等于公开了每个人的选择。',
  },
  awaitingKeys: '投票已结束，等待监票人开票',
  awaitingResult: '表决已结束，等待主持人公布结果',
  objected: '有委员提出不同意见，改为计票表决',
  voided: '本次表决作废',
  voidedWhy: (reason: string): string => `${reason}。没有计票，等主持人重新付诸表决。`,
  /** Of the recommendations; of amendments only where nothing else has been voted on. */
  summary: (results: readonly Pick<Result, 'passed' | 'paper'>[]): string => {
    const clauses = results.filter(({ paper }) => paper.amends === undefined);
    const counted = clauses.length > 0 ? clauses : results;
    const passed = counted.filter((one) => one.passed).length;
    const what = clauses.length > 0 ? '条建议' : '件修改意见';
    return `${counted.length} ${what}已表决，${passed} ${what.slice(0, 1)}通过`;
  },

  suspended: '休会',
  suspendedSince: (time: string): string => `${time} 起休会，请等主持人宣布恢复`,
  cancelled: '会议已取消',
  concluded: '会议已结束',
  concludedAt: (time: string): string => `${time} 散会`,
  minutes: (n: number): string => `${n} 分钟`,

  theMinutes: '会议纪要',
  minutesShort: '纪要',
  readMinutes: '看纪要',
  writeMinutes: '写纪要',
  minutesIssued: '会议纪要已经签发，可以阅读和打印。',
  minutesLater: '会议纪要正在整理，签发之后可在这里阅读。',
};
