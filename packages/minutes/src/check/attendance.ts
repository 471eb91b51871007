// Knows how prose tells who came: 应到、实到、线上、请假、缺席 and whether they were enough; not who they were.
import { factId } from '../fact-id.ts';
import type { Mismatch } from './finding.ts';
import { clausesIn, exactly, numberOf } from './reading.ts';
import type { CheckRecord } from './record.ts';

type Figure = 'eligible' | 'present' | 'online' | 'inHall' | 'onLeave' | 'absent';

const n = exactly('n');
const people = '\\s?(?:人|名|位)(?!次|大|[民口均数])';
const members = '(?:的?(?:政协)?委员|的?人数|人员)?(?:为|共|是|共计|:)?\\s?';

/** Each way of saying a figure; only with 委员 or by a word that means nothing else. */
const ways: readonly (readonly [Figure, string])[] = [
  ['eligible', `应到(?:会)?${members}${n}${people}`],
  ['eligible', `${n}\\s?[名位]?委员应到`],
  ['present', `实到(?:会)?${members}${n}${people}`],
  ['present', `(?:实际)?(?:到会|出席)(?:会议)?的?(?:政协)?委员(?:为|共|是|共计|:)?\\s?${n}${people}`],
  ['present', `(?<!缺席.{0,9})${n}\\s?[名位](?:政协)?委员(?:实到|到会|出席(?!.{0,4}活动))`],
  ['online', `线上(?:参会|出席|参加|到会)${members}${n}${people}`],
  ['online', `${n}\\s?[名位]委员(?:在|通过|以)?线上(?:方式)?(?:参会|出席|参加|到会)`],
  ['inHall', `现场(?:参会|出席|参加|到会)${members}${n}${people}`],
  ['onLeave', `请假(?:委员|的委员)?(?:为|共|是|:)?\\s?${n}${people}`],
  ['onLeave', `${n}\\s?[名位]委员(?:因[^，。；]{1,8})?请假`],
  ['absent', `缺席(?:委员|的委员)?(?:为|共|是|:)?\\s?${n}${people}`],
  ['absent', `${n}\\s?[名位]委员(?:无故)?缺席`],
];
const patterns = ways.map(([figure, source]) => [figure, new RegExp(source, 'dg')] as const);

/** Said of another moment than the meeting as a whole, or of others than the members. */
const elsewhere = /开会时|开始时|开幕时|届时|中途|上次|上一次|去年|往年|列席|部门|企业|代表/;

export function attendanceMismatches(text: string, { attendance }: CheckRecord): readonly Mismatch[] {
  const told: Readonly<Record<Figure, number>> = { ...attendance, inHall: attendance.present - attendance.online };
  const fact = factId('roll');
  return clausesIn(text).flatMap((clause): readonly Mismatch[] => {
    if (!/应到|实到|到会|出席|线上|现场|请假|缺席|规定人数|法定人数/.test(clause.text)) return [];
    const figures = patterns.flatMap(([figure, pattern]) =>
      [...clause.text.matchAll(pattern)].flatMap((match): Mismatch[] => {
        const [at, to] = match.indices?.groups?.['n'] ?? [0, 0];
        const said = numberOf(match.groups?.['n'] ?? '');
        const before =
          clause.text
            .slice(0, match.index)
            .split(/[，、（(]/)
            .at(-1) ?? '';
        if (said === null || said === told[figure] || elsewhere.test(before)) return [];
        const place = { from: clause.from + at, to: clause.from + to };
        return [{ kind: 'figure', ...place, written: match[0], recorded: `${told[figure]}人`, record: '签到记录', fact }];
      }),
    );
    return [...figures, ...quorum(clause.text, clause.from, attendance.quorumMet)];
  });
}

/** 符合规定人数 against what the record says. Of a vote it is said apart. */
function quorum(text: string, from: number, met: boolean): readonly Mismatch[] {
  if (/表决|赞成|通过/.test(text)) return [];
  return [...text.matchAll(/(?<no>不|未|没有)?(?:符合|达到)(?:法定|规定)人数|(?<short>不足|少于)(?:法定|规定)人数/g)].flatMap(
    (match): Mismatch[] => {
      const saysMet = match.groups?.['no'] === undefined && match.groups?.['short'] === undefined;
      if (saysMet === met) return [];
      const place = { from: from + match.index, to: from + match.index + match[0].length };
      const recorded = met ? '符合规定人数' : '未达到规定人数';
      return [{ kind: 'wording', ...place, written: match[0], recorded, record: '签到记录', fact: factId('roll') }];
    },
  );
}
