// Knows the words of comments and suggestions on the minutes; not those of the text they stand beside.

const phases = {
  open: '未处理',
  resolved: '已解决',
  accepted: '已采纳',
  declined: '未采纳',
  withdrawn: '已撤回',
} as const;

const longestNamed = 40;

export const remarkWords = {
  panel: '批注',
  count: (n: number) => `${n}`,
  countFor: (open: number, unseen: number) => (unseen > 0 ? `批注：${open} 条未处理，${unseen} 条提到您` : `批注：${open} 条未处理`),

  selection: '所选文字',
  comment: '批注',
  suggest: '建议改为',
  commentSelected: '批注所选文字',
  suggestSelected: '建议修改所选文字',
  keys: (comment: string, suggest: string) => `在正文里选中文字后按 ${comment} 批注，${suggest} 建议修改。`,
  see: (n: number) => (n > 1 ? `看批注（${n}）` : '看批注'),
  nothingSelected: '请先在正文里选中一段文字。',
  tooLong: '选中的文字太长，请少选一些（不超过 2000 字）。',
  oneBlock: '修改建议只能针对同一段里的文字；跨段或含会议记录的，请用批注说明。',
  textNotHere: '正文还没有打开，请稍候。',

  newComment: '新的批注',
  newSuggestion: '新的修改建议',
  passage: '原文',
  insertBehind: (before: string) => (before === '' ? '插在段首' : `插在“…${before}”之后`),
  insertHere: '插入位置',
  replacement: '改为',
  replacementHint: '全部删去，就是建议删除这处文字。',
  insertion: '插入',
  why: '理由（可不填）',
  words: '批注内容',
  mentionHint: '输入 @ 可以提到有关的人。',
  people: '可以提到的人',
  nobody: '没有这样的人；只能提到能看草稿的人。',
  submit: '提交',
  cancel: '取消',
  needed: '请填写批注内容。',
  unchanged: '建议与原文相同，请修改后再提交。',
  dropTitle: '放弃没有提交的内容？',
  dropWill: '已经写的内容不会保留。',
  drop: '放弃',
  commented: '批注已提交。',
  suggested: '修改建议已提交，等正在撰写的秘书处理。',

  show: '显示',
  shown: { open: '未处理', mine: '提到我', all: '全部' } as const,
  shownCount: (name: string, n: number) => `${name}（${n}）`,
  more: (rest: number) => `还有 ${rest} 条，继续显示`,
  none: {
    open: '没有未处理的批注和修改建议。',
    mine: '还没有批注提到您。',
    all: '还没有批注。选中正文里的一段文字，就可以批注或建议修改。',
  } as const,
  noneReadOnly: '没有批注。',
  failed: '批注没有读到',

  commentBy: (name: string) => `${name} 的批注`,
  suggestionBy: (name: string) => `${name} 的修改建议`,
  phases,
  mentionsYou: '提到您',
  jump: '看正文',
  kinds: { replace: '建议改为', remove: '建议删除', insert: '建议插入' } as const,
  gone: '原处的文字已被删除',
  changed: '原处的文字已经改动',
  moved: '原处已不在，按原文找到这一处',
  quoted: '提出时的原文',
  now: '现在的文字',
  proposed: '建议',
  nothingLeft: '（已删除）',
  empty: '（无）',

  reply: '回复',
  replyTo: (name: string) => `回复 ${name}`,
  replyNeeded: '请填写回复。',
  earlierReplies: (n: number) => `还有 ${n} 条较早的回复`,
  resolve: '解决',
  reopen: '重新打开',
  withdraw: '撤回',
  withdrawTitle: '撤回这一条？',
  withdrawWill: '撤回后不再处理，也不能恢复；已有的回复仍然保留。',
  accept: '采纳',
  decline: '不采纳',
  declineTitle: '不采纳这条建议？',
  declineWill: '理由会显示给提出的人。',
  declineReason: '理由',
  usualDeclines: ['与会议记录不符', '文字已有表述', '会上没有这一内容'],
  reasonNeeded: '请填写理由。',
  accepted: '已采纳，正文已改。',
  applied: '正文已改。',
  apply: '改入正文',
  notApplied: '正文还没有按建议改动。',
  collision: '原文已经改动',
  collisionWill: '提出建议之后，这里的文字有了改动。请对照后决定。',
  collisionGone: '提出建议之后，这里的文字被删除了。请手工处理后再记为采纳。',
  replaceNow: '按建议替换现在的文字',
  byHand: '已手工改好，记为采纳',
  readOnly: '正文现在不能修改，建议没有处理。',
  acceptedThenChanged: '已记为采纳，但正文刚刚有改动，没有自动替换。请对照后手工修改。',
  by: (name: string, time: string) => `${name} ${time}`,

  mentioned: (n: number) => `有 ${n} 条批注提到您`,
  mentionedInMinutes: (n: number) => `纪要里有 ${n} 条批注提到您`,
  look: '查看',

  /** Before 提交校核. */
  stillOpen: (comments: number, suggestions: number): string => {
    const parts = [comments > 0 && `${comments} 条批注没有解决`, suggestions > 0 && `${suggestions} 条修改建议没有处理`].filter(Boolean);
    return `还有 ${parts.join('、')}。可以先处理，也可以照常提交。`;
  },
  openList: '没有处理的批注和修改建议',
  openUnknown: '批注没有读到，不知道是否还有没处理的。',
  named: (name: string, quote: string, text: string) => {
    const shown = quote.length > longestNamed ? `${quote.slice(0, longestNamed)}…` : quote;
    return `${name}${shown === '' ? '' : `（“${shown}”）`}：${text}`;
  },
  suggestedWords: (replacement: string) => (replacement === '' ? '建议删除' : `建议改为“${replacement}”`),
  andMore: (n: number) => `……另有 ${n} 条`,

  archive: '起草时的批注',
  archiveHint: '签发之后只供会务查看，不属于纪要正文。',
};
