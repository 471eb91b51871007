// Knows the words of finding again what meetings have left.
import type { ExtractKind } from '../../http/shapes.ts';

export const searchWords = {
  title: '查找',
  field: '查找纪要、发言、建议',
  hint: '几个词之间加空格，表示都要有。',
  find: '查找',
  kinds: { meeting: '会议', speech: '发言', answer: '答复', recommendation: '建议', minutes: '纪要' } satisfies Readonly<
    Record<ExtractKind, string>
  >,
  all: '全部',
  kindsLabel: '只看哪一类',
  begin: '输入要找的字词',
  beginHint: '可以查找您有权阅读的会议、发言、部门答复、建议和已签发的纪要，两个字即可，例如“招商”。',
  none: (typed: string) => `没有找到“${typed}”`,
  noneHint: '请换一个说法，或少输几个字；未签发的纪要和他人的会议不在查找之列。',
  noneOfKind: (kind: string) => `这一类（${kind}）里没有找到`,
  seeAll: '看全部类别',
  fromElsewhere: '外来卷宗',
  failed: '没有查成',
  more: '再看一些',
  count: (n: number, more: boolean) => (more ? `已列出 ${n} 条，后面还有` : `共 ${n} 条`),
};
