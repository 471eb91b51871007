// Knows the list by which each voter of a secret vote finds the own ballot again (选票核对表); nothing says whose any line is.
import type { SecretVote } from '@xieshang/meeting';
import { isTag, wordsOfTag } from '@xieshang/protocol/sealed';
import { titled, type Held } from './occasion.ts';
import { cells, type Column, type Part, type Row, type SheetBlock } from './sheet.ts';

type CountedVote = Extract<SecretVote, { phase: 'counted' }>;

const choiceWords = { approve: '赞成', oppose: '反对', abstain: '弃权' } as const;

/** What is read off a line: an item with its key, or a person who is marked (E16). */
const kinds = {
  items: { name: '事项', width: 1100, unlisted: '废票不列。' },
  persons: { name: '所选', width: 1400, unlisted: '弃权票和废票不列。' },
} as const;

const lineColumns = ({ name, width }: (typeof kinds)[keyof typeof kinds]): readonly Column[] =>
  ['', ' '].flatMap((side): Column[] => [
    { name: `标记词${side}`, width: 3522 - width, left: true },
    { name: `${name}${side}`, width },
    { name: `选择${side}`, width: 900 },
  ]);
const hashColumns: readonly Column[] = [
  { name: '序号', width: 700 },
  { name: '票的散列（SHA-256）', width: 8144, left: true },
];

/** Two lines side by side, in the order of the tags: it has nothing to do with who came first. */
function lineRows({ count: { list = [] } }: CountedVote, nameOf: (item: string) => string): readonly Row[] {
  const said = list.map(({ item, mark, tag }) => [isTag(tag) ? wordsOfTag(tag) : tag, nameOf(item), choiceWords[mark]]);
  return said.flatMap((one, place) => (place % 2 === 0 ? [cells(...one, ...(said[place + 1] ?? ['', '', '']))] : []));
}

const hashRows = ({ count: { hashes } }: CountedVote): readonly Row[] => hashes.map((hash, place) => cells(String(place + 1), hash));

/** R1: each mark beside the tag that its voter alone knows. R0: the ballots' hashes. `nameOf`: what an item is called. */
export function ballotsPart(meeting: Held, vote: CountedVote, of: keyof typeof kinds, nameOf: (item: string) => string): Part {
  const { issued, returned, spoilt, list } = vote.count;
  const text: SheetBlock = {
    kind: 'text',
    label: '说明：',
    text:
      list === undefined
        ? '投票人凭回执上的散列，在本表核对自己的选票已经计入。按散列排列，与投票先后无关；散列看不出选择。'
        : `投票人凭回执上的标记词，在本表核对自己的选择。标记词只有本人知道；按标记词排列，与投票先后无关。${kinds[of].unlisted}`,
  };
  return {
    label: null,
    title: titled(meeting, '选票核对表'),
    blocks: [
      { kind: 'about', text: meeting.notice.title },
      { kind: 'about', text: `无记名投票　发出${issued}张，收回${returned}张${spoilt > 0 ? `，其中废票${spoilt}张` : ''}` },
      text,
      list === undefined
        ? { kind: 'table', head: true, dense: true, columns: hashColumns, rows: hashRows(vote) }
        : { kind: 'table', head: true, dense: true, columns: lineColumns(kinds[of]), rows: lineRows(vote, nameOf) },
    ],
  };
}
