// Knows the words of the page 无记名投票：谁能看到什么, for voters who want to know and have never heard of a key.

/** One line of what somebody can see: 投票前 · 投票中 · 开票后. */
export interface Seen {
  readonly who: string;
  readonly before: string;
  readonly during: string;
  readonly after: string;
}

const nothingBefore = '名册和要投的内容。还没有票。';

export const whoSeesWords = {
  title: '无记名投票：谁能看到什么',
  lead: '这一页把话说在前面：哪些人在什么时候能看到什么，什么保得住，什么保不住。',
  short: '谁能看到什么',

  always: '不论用哪一种，都是这样',
  alwaysPoints: [
    '您的选择在您自己的设备上密封好才送出。不论选什么，送出的都一样长，从外面看不出区别。',
    '会议记录、日志、备份里没有您的选择。密封的票单独存放，不记时间，不记先后。',
    '投票进行中没有人能看到“目前多少赞成”，只看得到收回了多少张。',
    '结束时一次开票。结果写好以后，密封的票和打开它的密钥马上销毁，没有第二次开票。',
    '留下来的是三份互相对不上号的名单：谁投了票、每张票的散列、投票结果，各按自己的顺序排列。',
    '谁投了票是公开的，怎么投的不公开。',
  ],

  during: '投票前、投票中、开票后',
  custody: {
    server: '密钥由服务器保管',
    scrutineers: '密钥由三位监票人保管',
  },
  custodySaid: {
    server: '服务器为这一次投票单独生成密钥，放在数据库和备份之外，开票后销毁。',
    scrutineers:
      '三位监票人各自在自己的设备上生成密钥，服务器手里只有公开的那一半。任意两位交出密钥才能开票，少一位也不耽误，只有一位打不开。',
  },
  phases: { before: '投票前', during: '投票中', after: '开票后' },
  seen: {
    server: [
      {
        who: '管理服务器的人',
        before: nothingBefore,
        during:
          '程序不提供查看的办法。但是，能完全控制这台服务器的人，在结束之前有办法打开密封的票。不能接受这一点的，请改由监票人保管密钥。',
        after: '打不开了：票和密钥都已销毁。事先把两样都偷偷复制走的人除外。',
      },
    ],
    scrutineers: [
      {
        who: '管理服务器的人',
        before: nothingBefore,
        during: '只看得到一封封打不开的票，和收回的张数。',
        after: '打不开了。从两位监票人交出密钥到销毁的那几秒钟里，能完全控制服务器的人有办法看到。',
      },
      {
        who: '一位监票人',
        before: '自己的那一把密钥。',
        during: '一把密钥打不开任何一张票。',
        after: '与大家一样，只看得到公布的结果。',
      },
    ],
    everyone: [
      {
        who: '主持人、秘书和其他委员',
        before: nothingBefore,
        during: '发出多少张、收回多少张。会务人员还看得到谁还没有投，好提醒他；看不到怎么投的。',
        after: '公布的结果和三份名单。',
      },
    ],
  } satisfies Readonly<Record<string, readonly Seen[]>>,

  receipts: '两种回执',
  levels: { hash: '只凭散列（人事选举一般用这一种）', tag: '带标记词' },
  levelSaid: {
    hash: [
      '回执是服务器的签名，证明您的票已经收下。开票后您可以查到它在收回的票里。',
      '回执上没有您的选择，也查不出您的选择。所以谁也不能要求您拿它证明您是怎么投的。',
    ],
    tag: [
      '您的设备为您的每个选择随机取两个词和八个字符。开票后，公布的票表里每个选择旁边都有一组，您可以亲眼看到自己的那一组旁边写的是不是您的选择。',
      '谁看到您的标记词，等票表公布以后就知道您怎么投的。所以请不要给别人看，也不要拍给别人。',
    ],
  },

  limits: '什么也保不住的情形',
  limitPoints: [
    '全体一致：结果一公布，每个人怎么投的就都知道了。',
    '人数很少：两三个人投票，靠推算就能猜出来。系统会提醒主持人。',
    '自己说出去，或者投票时旁边有人看着您的屏幕。',
    '您的设备里有别人装的程序，能看到您按了什么。',
    '这个页面本身也是这台服务器给您的。能改动程序的人，可以让页面不密封就送出。这要靠单位的管理，以及第三方检查程序来防。',
  ],
  check: '查验回执',
};
