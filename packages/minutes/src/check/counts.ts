// Knows how prose counts speakers, departments and recommendations; not who they were nor how was voted.
import { failedOf, passedOf } from '../figures.ts';
import { factId, type FactId } from '../fact-id.ts';
import type { Mismatch } from './finding.ts';
import { exactly, numberOf } from './reading.ts';
import type { CheckRecord } from './record.ts';

interface Way {
  readonly pattern: RegExp;
  readonly told: (record: CheckRecord) => number | null;
  readonly unit: string;
  readonly record: string;
  readonly fact: (record: CheckRecord) => FactId | null;
}

const n = exactly('n');
const adverbs = '(?:先后|依次|分别|现场|逐一|踊跃|围绕[^，。；围就]{0,24}|就[^，。；围就]{0,24})*(?:作|作了|做了|进行|进行了|开展)?';
const many = '(?:余|等)?';

const firstSpeech =
  (kind: 'keynoteSpeech' | 'openFloorSpeech' | 'departmentResponse') =>
  ({ meeting }: CheckRecord): FactId | null => {
    const speech = meeting.queue.speeches.find((one) => one.kind === kind);
    return speech ? factId(`speech.${speech.requestId}`) : null;
  };
const firstVote = ({ outcomes }: CheckRecord): FactId | null => {
  const voted = outcomes.find(({ last }) => last !== null);
  return voted ? factId(`vote.${voted.motionId}.${voted.last?.round ?? 1}`) : null;
};

const way = (source: string, unit: string, record: string, told: Way['told'], fact: Way['fact']): Way => ({
  pattern: new RegExp(source, 'dg'),
  ...{ told, unit, record, fact },
});

const voted = ({ outcomes }: CheckRecord): boolean => outcomes.some(({ last }) => last !== null);
const speakers =
  (kind: 'keynote' | 'free') =>
  (record: CheckRecord): number =>
    record.speakers[kind].size;
const items = '(?:意见建议|建议意见|意见和建议|建议|意见)?';

/** Only what can mean nothing else is read; 形成9条建议 may count what others count otherwise. */
const ways: readonly Way[] = [
  way(`${n}\\s?[名位](?:政协)?委员${adverbs}重点发言`, '名委员', '发言记录', speakers('keynote'), firstSpeech('keynoteSpeech')),
  way(
    `作?重点发言(?:的?委员)?(?:共|为|有|:)?\\s?${n}\\s?[人名位](?!次)`,
    '名委员',
    '发言记录',
    speakers('keynote'),
    firstSpeech('keynoteSpeech'),
  ),
  way(`重点发言(?:共|为|有|:)?\\s?${n}\\s?(?:人次|篇|个)`, '人次', '发言记录', (r) => r.speeches.keynote, firstSpeech('keynoteSpeech')),
  way(`${n}\\s?[名位](?:政协)?委员${adverbs}自由发言`, '名委员', '发言记录', speakers('free'), firstSpeech('openFloorSpeech')),
  way(
    `自由发言(?:的?委员)?(?:共|为|有|:)?\\s?${n}\\s?[人名位](?!次)`,
    '名委员',
    '发言记录',
    speakers('free'),
    firstSpeech('openFloorSpeech'),
  ),
  way(`自由发言(?:共|为|有|:)?\\s?${n}\\s?人次`, '人次', '发言记录', (r) => r.speeches.free, firstSpeech('openFloorSpeech')),
  way(
    `${n}\\s?个(?:市直|有关|相关|职能|政府)?(?:部门|单位)(?:的?负责人|的?负责同志)?${adverbs}(?:回应|答复|解答|表态)`,
    '个部门',
    '答复记录',
    (r) => (r.responding.length === 0 ? null : r.responding.length),
    firstSpeech('departmentResponse'),
  ),
  way(`建议稿(?:的|共|中的|中|:)?\\s?${n}\\s?条(?!例)`, '条', '建议稿', (r) => r.outcomes.length, firstVote),
  way(`${n}\\s?条${items}(?:进行了?)?逐条`, '条', '建议稿', (r) => (voted(r) ? r.outcomes.length : null), firstVote),
  way(
    `${n}\\s?条${items}${many}(?:全部|均|表决)?(?:获得通过|获通过|通过表决|表决通过)`,
    '条',
    '表决记录',
    (r) => (voted(r) ? passedOf(r.meeting).length : null),
    firstVote,
  ),
  way(`(?:表决|审议)通过了?(?:其中的?)?${n}\\s?条`, '条', '表决记录', (r) => (voted(r) ? passedOf(r.meeting).length : null), firstVote),
  way(`${n}\\s?条${items}未(?:能)?(?:获得|获)?通过`, '条', '表决记录', (r) => (voted(r) ? failedOf(r.meeting).length : null), firstVote),
];

/** Words before a figure that make it a part of what is counted. */
const partly = /其中(?:的)?$|中的?$|前$|首批$|另(?:有|外)?$|还有$/;

export function countMismatches(text: string, record: CheckRecord): readonly Mismatch[] {
  return ways.flatMap(({ pattern, told, unit, record: from, fact }) => {
    const recorded = told(record);
    if (recorded === null) return [];
    return [...text.matchAll(pattern)].flatMap((match): Mismatch[] => {
      const [at, to] = match.indices?.groups?.['n'] ?? [0, 0];
      const said = numberOf(match.groups?.['n'] ?? '');
      if (said === null || said === recorded || partly.test(text.slice(Math.max(0, at - 6), at))) return [];
      return [{ kind: 'figure', from: at, to, written: match[0], recorded: `${recorded}${unit}`, record: from, fact: fact(record) }];
    });
  });
}
