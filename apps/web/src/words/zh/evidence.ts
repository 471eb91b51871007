// Knows the words of the page 验证存证, for people who have never heard of a hash.
import type { Reason, VoteOutcome } from '@xieshang/record/verify';

type Counts = NonNullable<VoteOutcome['tally']>;

export const evidenceWords = {
  title: '验证存证',
  open: '验证存证',
  lead: '会上的每一件事，服务器都按先后记下，一环扣一环，并签上名。这一页就在您的设备上把它从头核对一遍。',
  checking: '正在核对，请稍候…',
  right: '全部相符',
  rightMeans: '从会议通知到现在，记录没有被改动过。',
  wrong: '有不符之处',
  wrongMeans: '请先不要依据这场会议的记录作决定，并把这一页给秘书或管理员看。',
  again: '再核对一次',
  notYet: '会议结束以后可以验证',
  notYetHint: '会议还在进行。散会以后，委员和部门都可以来这里核对；会议中，您的设备也一直在自动核对。',
  notForYou: '没有可以核对的内容',
  notForYouHint: '旁听的设备不保存会议记录。',
  failed: '没有取到存证',

  states: { right: '相符', wrong: '不符', unknown: '无可比对' },
  log: '会议记录',
  logSaid: (count: number, sealed: number): string =>
    `共 ${count} 条，首尾相接，中间没有缺少、插入或调换。${sealed > 0 ? `其中 ${sealed} 条（如每个人按键的那一刻）不向您公开内容，只核对它在那里、没有变过。` : ''}`,
  page: '这一页看到的',
  pageSaid: {
    right: '您在会议页面上看到的，与记录是同一份。',
    wrong: '您在会议页面上看到的，与取来的记录不是同一份。',
    unknown: '核对时又有新的记录，请再核对一次。',
  },
  earlier: '这台设备以前看到的',
  earlierSaid: {
    right: (count: number): string => `这台设备记得以前看到过的 ${count} 条，现在的记录从那里接下来，没有变。`,
    wrong: '这台设备以前看到的记录，与现在的不一样。',
    unknown: '这台设备第一次来，从现在起会记住，下次再来时核对。',
  },
  key: '服务器的签名',
  keySaid: {
    right: (count: number): string => `${count} 个存证点的签名都对，签名的密钥与这台设备认得的是同一把。`,
    wrong: '签名的密钥与这台设备以前认得的不是同一把。服务器可能换过密钥，请与管理员核对下面的指纹。',
    unknown: '还不知道这台服务器的密钥。',
  },
  votes: '表决',
  votesSaid: (count: number): string =>
    count === 0 ? '没有表决。' : `${count} 轮结果都重新数过、算过：四项之和等于名册的票数，结论没有算错。`,
  voteOf: (number: number | null, isAmendment: boolean, round: number): string =>
    `${isAmendment ? '修改意见（' : ''}${number === null ? '表决事项' : isAmendment ? `第${number}条` : `建议${number}`}${isAmendment ? '）' : ''}${round > 1 ? `　第${round}轮` : ''}`,
  outcomes: { passed: '通过', failed: '未通过', voided: '作废' },
  forms: { named: '按键记名', unnamed: '按键不公开逐人', showOfHands: '举手', paper: '纸质', secret: '无记名投票' },
  counts: ({ approve, oppose, abstain, notPressed }: Counts, spoilt: number): string =>
    `赞成${approve}　反对${oppose}　弃权${abstain}　未按${notPressed}${spoilt > 0 ? `（其中废票${spoilt}）` : ''}`,
  minutes: '纪要正文',
  minutesSaid: {
    right: '您读到的正文，就是签发时的那一份，一字未改。',
    wrong: '您读到的正文，不是签发时的那一份。',
    unknown: '纪要还没有签发，或者您还不能阅读。',
  },

  figures: '可以与纸上核对的数字',
  headShort: '签发时的链头（印在纪要最后一页）',
  headNow: '现在的链头',
  fingerprint: '密钥指纹',
  textHash: '纪要正文指纹',
  paperHint: '纸上印着的数字与这里的相同，说明纸上的纪要与这份记录是同一份。',

  notProved: '它不能证明什么',
  notProvedPoints: [
    '服务器当时记下的，就是人们当时说的和按的。记下以后改不了；记下的那一刻，要靠在场的人和各人手机上当场看到的结果。',
    '时间一定准。时间是服务器自己的钟。',
    '内容没有被别人看到。存证只管真，不管密。',
  ],

  keep: '下载存证包',
  keepHint: '一个压缩包，装着这场会议的记录、表决结果、签发的纪要和签名，还有两个核对程序。不联网也能核对，可以交给任何人。',
  keepMembersHint: '包里是您可以看到的内容；办公室的包里还有校核、会签等经过。',
  kept: '已开始下载存证包。',

  other: '核对一个存证包',
  otherHint: '选择一个存证包（.zip），或把它拖到这里。只在您的设备上核对，不会上传。',
  choose: '选择存证包',
  dropHere: '把存证包拖到这里',
  paperKey: '纸上印的密钥指纹（可不填）',
  paperHead: '纸上印的链头（可不填）',
  tooShort: '请照纸上输入完整的数字。',
  accepted: '存证包相符',
  refused: '存证包不符',
  acceptedSaid: (meeting: string, count: number): string => `会议 ${meeting}，${count} 条记录，全部相符。`,
  notCompared: '没有与纸上的密钥指纹比对：有人整个重做一个包时，只有纸上的能认出来。',
  reasons: {
    archive: '压缩包本身被改动，或者不是存证包。',
    key: '签名的密钥不是纸上的那一把，或者密钥文件被改动。',
    manifest: '清单被改动，或者清单的签名不对。',
    format: '格式不认识，可能由更新的程序生成。',
    files: '包里的文件被改动、替换、缺少或多出。',
    chain: '会议记录被改动、删去、调换或插入。',
    head: '与纸上印的不是同一份记录。',
    checkpoint: '记录与签过名的存证点不符，或者签名不对。',
    votes: '表决结果与记录不符，或者票数、结论算不对。',
    minutes: '纪要正文与签发时的指纹不符。',
    epochs: '服务器恢复备份的声明与记录不符，或者签名不对。',
  } satisfies Readonly<Record<Reason, string>>,
  where: (detail: string): string => `位置：${detail}`,
};
