// Knows how prose tells the outcome of a vote, and which motion it speaks of; not how a vote is judged.
import { likeness } from '../draft/alike.ts';
import { subjectOf } from '../draft/recommendations.ts';
import { factId } from '../fact-id.ts';
import type { Outcome } from '../figures.ts';
import type { Round } from '../sources.ts';
import { isReached, papersOf } from '../vote-forms.ts';
import { bases, share } from '../vote-wording.ts';
import type { Mismatch } from './finding.ts';
import { exactly, numberOf, numeral, sentencesIn } from './reading.ts';
import type { CheckRecord } from './record.ts';

/** Where prose begins to speak of one motion. */
interface Anchor {
  readonly from: number;
  readonly to: number;
  /** One, or where a clause has several amendments each that may be meant. */
  readonly meant: readonly Outcome[];
}

const keys = { 赞成: 'approve', 同意: 'approve', 反对: 'oppose', 弃权: 'abstain', 未按: 'notPressed', 未按键: 'notPressed' } as const;
const paperKeys = { 发出: 'issued', 收回: 'returned', 废票: 'spoilt' } as const;
type Key = keyof typeof keys | keyof typeof paperKeys;
const isPaperKey = (key: Key): key is keyof typeof paperKeys => key in paperKeys;
const keyName = '(?<key>赞成|同意|反对|弃权|未按键|未按)';
const sheet = '(?:表决票|选票|票)';
const n = exactly('n');
const ballots = [
  new RegExp(`${keyName}(?:的)?(?:票)?(?:为|是|:)?\\s?${n}\\s?(?:票|人)`, 'dg'),
  new RegExp(`${n}\\s?(?:票|人)${keyName}`, 'dg'),
  new RegExp(`(?<key>发出|收回)(?:的)?${sheet}(?:共|为|是|:)?\\s?${n}\\s?[张份]`, 'dg'),
  new RegExp(`(?<key>发出|收回)\\s?${n}\\s?[张份]${sheet}`, 'dg'),
  new RegExp(`(?<=发出[^。；]{1,24})(?<key>收回)\\s?${n}\\s?[张份](?!表决票|选票|票)`, 'dg'),
  new RegExp(`(?<key>废票)(?:共|为|是|:)?\\s?${n}\\s?[张票份]`, 'dg'),
];
const quorum = /(?<no>未|没有)?达到(?:法定|规定)人数|(?<short>不足|少于)(?:法定|规定)人数/dg;
const numbered = new RegExp(
  `(?<!》|规定|办法|条例|章程|法|方案)(?:第\\s?(?<n>${numeral})条(?!例)(?:建议)?|建议(?<m>${numeral})(?=[:，,（(]))`,
  'dg',
);
const named = /关于(?<subject>[^，。；]{4,60}?)的(?:意见)?建议/dg;
const verdicts = /(?<no>未(?:能)?(?:获得|获)?通过|否决)|(?<yes>(?<![未不能])(?:获得|获|表决|一致|鼓掌)通过)/dg;
const judged =
  /(?<no>未|没有)?(?:达到|超过)(?<base>应到委员|实到委员|参加表决委员|赞成与反对票数|应到|实到)(?:人数|总数)?的?(?<share>过半数|半数|[二三四五]分之[一二三四](?:以上)?|全数)/dg;

const counted = new RegExp(`(?<!第\\s?|[\\d零一二三四五六七八九十百])${numeral}\\s?条(?:意见建议|建议|意见)?(?:全部|均)?$`);

export function voteMismatches(text: string, record: CheckRecord): readonly Mismatch[] {
  const voted = [...record.outcomes, ...record.amendments].filter(({ last }) => last !== null);
  if (voted.length === 0) return [];
  return sentencesIn(text).flatMap((sentence) => {
    if (!/票|通过|否决|过半数|第|建议/.test(sentence.text)) return [];
    // The ballots of an election are no votes on a motion.
    if (/选举|当选/.test(sentence.text) && !/建议/.test(sentence.text)) return [];
    const anchors = anchorsIn(sentence.text, record);
    const bounds = [0, ...anchors.map(({ from }) => from), sentence.text.length];
    const found = bounds.slice(0, -1).flatMap((from, place) => {
      const to = bounds[place + 1] ?? from;
      const part = sentence.text.slice(from, to);
      const anchor = anchors[place - 1];
      return anchor === undefined ? unnamed(part, from, voted) : ofWhat(part, from, anchor.meant);
    });
    const renumbered = numberMismatches(sentence.text, record.outcomes);
    return [...found, ...renumbered].map((one) => ({ ...one, from: one.from + sentence.from, to: one.to + sentence.from }));
  });
}

/** The motion a subject means: clearly more alike than any other. */
function meant(subject: string, outcomes: readonly Outcome[], least: number): Outcome | null {
  const ranked = outcomes
    .map((outcome) => ({ outcome, value: likeness(subject, subjectOf(outcome.text)) }))
    .toSorted((one, other) => other.value - one.value);
  const [best, second] = ranked;
  return best && best.value >= least && best.value - (second?.value ?? 0) > 0.2 ? best.outcome : null;
}

/** Behind a number: 第4条的修改意见. */
const amending = /^(?:意见)?(?:建议)?(?:提出)?的?修(?:改意见|正案)/;

function anchorsIn(text: string, { outcomes, amendments }: CheckRecord): readonly Anchor[] {
  const subjects = [...text.matchAll(named)].flatMap((match): Anchor[] => {
    const outcome = meant(match.groups?.['subject'] ?? '', outcomes, 0.6);
    return outcome ? [{ from: match.index, to: match.index + match[0].length, meant: [outcome] }] : [];
  });
  const numbers = [...text.matchAll(numbered)].flatMap((match): Anchor[] => {
    const said = numberOf(match.groups?.['n'] ?? match.groups?.['m'] ?? '');
    const [from, to] = [match.index, match.index + match[0].length];
    const wished = amending.test(text.slice(to)) ? amendments.filter(({ number }) => number === said) : [];
    const meant = wished.length > 0 ? wished : outcomes.filter(({ number }) => number === said);
    return meant.length > 0 ? [{ from, to, meant }] : [];
  });
  // A number right behind a subject tells the same motion once more.
  const own = numbers.filter((one) => !subjects.some(({ to }) => one.from >= to && one.from - to <= 2));
  return [...subjects, ...own].toSorted((one, other) => one.from - other.from);
}

/** 关于甲的建议（第8条）, where 甲 is the ninth. */
function numberMismatches(text: string, outcomes: readonly Outcome[]): readonly Mismatch[] {
  return [...text.matchAll(named)].flatMap((match): Mismatch[] => {
    const end = match.index + match[0].length;
    const behind = new RegExp(`^[（(](?:建议稿?)?第\\s?(?<n>${numeral})条[）)]`, 'd').exec(text.slice(end));
    const outcome = meant(match.groups?.['subject'] ?? '', outcomes, 0.6);
    const said = behind && numberOf(behind.groups?.['n'] ?? '');
    if (!behind || !outcome || said === null || said === outcome.number) return [];
    const [at, to] = behind.indices?.groups?.['n'] ?? [0, 0];
    const place = { from: end + at, to: end + to };
    return [
      {
        kind: 'vote',
        ...place,
        written: `第${behind.groups?.['n'] ?? ''}条`,
        recorded: `第${outcome.number}条`,
        record: '建议稿',
        fact: factOf(outcome, outcome.last),
      },
    ];
  });
}

const factOf = ({ motionId }: Outcome, round: Round | null) => (round ? factId(`vote.${motionId}.${round.round}`) : null);

interface Ballot {
  readonly key: Key;
  readonly n: number;
  readonly from: number;
  readonly to: number;
  readonly written: string;
}

const ballotsIn = (text: string, from: number): readonly Ballot[] =>
  ballots.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match): Ballot[] => {
      const [at, to] = match.indices?.groups?.['n'] ?? [0, 0];
      const said = numberOf(match.groups?.['n'] ?? '');
      return said === null ? [] : [{ key: match.groups?.['key'] as Key, n: said, from: from + at, to: from + to, written: match[0] }];
    }),
  );

/** Null: nothing of the kind was counted. */
function tallied({ result }: Round, key: Key): number | null {
  if (result.form === 'acclamation') return null;
  if (!isPaperKey(key)) return result.tally[keys[key]];
  const papers = papersOf(result);
  const what = paperKeys[key];
  return what === 'spoilt' ? result.spoilt : (papers?.[what] ?? null);
}

function recordedText({ number }: Outcome, round: Round, key: Key): string {
  const count = tallied(round, key);
  if (count !== null) return `第${number}条${key}${count}${isPaperKey(key) ? '张' : '票'}`;
  return round.result.form === 'acclamation' ? '鼓掌通过，没有计票' : `第${number}条没有发出表决票`;
}
const wrongIn = (round: Round, said: readonly Ballot[]): readonly Ballot[] =>
  said.filter(({ key, n: count }) => tallied(round, key) !== count);

/** Held against whichever of them the prose fits best. */
const ofWhat = (text: string, from: number, meant: readonly Outcome[]): readonly Mismatch[] =>
  meant.map((one) => ofMotion(text, from, one)).toSorted((one, other) => one.length - other.length)[0] ?? [];

function ofMotion(text: string, from: number, outcome: Outcome): readonly Mismatch[] {
  const { rounds, last } = outcome;
  const said = ballotsIn(text, from);
  if (last === null) return [];
  // Of an earlier round only what fits it wholly is taken for said of it.
  const round = rounds.toReversed().find((one) => wrongIn(one, said).length === 0) ?? last;
  const fact = factOf(outcome, round);
  const figures = wrongIn(round, said).map((one): Mismatch => {
    const recorded = recordedText(outcome, round, one.key);
    return { kind: 'vote', from: one.from, to: one.to, written: one.written, recorded, record: '表决记录', fact };
  });
  const words = [verdictMismatches, ruleMismatches, quorumMismatches].flatMap((read) => read(text, from, outcome, round));
  return [...figures, ...words];
}

function verdictMismatches(text: string, from: number, outcome: Outcome, round: Round): readonly Mismatch[] {
  return [...text.matchAll(verdicts)].flatMap((match): Mismatch[] => {
    // 8条获得通过 counts motions and is not said of the one before it.
    if (counted.test(text.slice(Math.max(0, match.index - 24), match.index))) return [];
    const saysPassed = match.groups?.['yes'] !== undefined;
    if (saysPassed === round.result.passed) return [];
    const recorded = `第${outcome.number}条${round.result.passed ? '获得通过' : '未获通过'}`;
    const place = { from: from + match.index, to: from + match.index + match[0].length };
    return [{ kind: 'vote', ...place, written: match[0], recorded, record: '表决记录', fact: factOf(outcome, round) }];
  });
}

function ruleMismatches(text: string, from: number, outcome: Outcome, round: Round): readonly Mismatch[] {
  const { result } = round;
  if (result.form === 'acclamation' || result.rule.threshold.kind === 'consensus') return [];
  const [base, part] = [bases[result.rule.base], share(result.rule.threshold)];
  return [...text.matchAll(judged)].flatMap((match): Mismatch[] => {
    const { no, base: saidBase = '', share: saidShare = '' } = match.groups ?? {};
    const sameBase = base.startsWith(saidBase);
    const sameShare = part.startsWith(saidShare.replace(/^半数$/, '过半数'));
    if (sameBase && sameShare && (no === undefined) === isReached(result)) return [];
    const recorded = `${isReached(result) ? '达到' : '未达到'}${base}${part}`;
    const place = { from: from + match.index, to: from + match.index + match[0].length };
    return [{ kind: 'vote', ...place, written: match[0], recorded, record: '表决记录', fact: factOf(outcome, round) }];
  });
}

/** V16. Said of a vote, not of the meeting as a whole. */
function quorumMismatches(text: string, from: number, outcome: Outcome, round: Round): readonly Mismatch[] {
  const { result } = round;
  if (result.form === 'acclamation' || result.quorum === null) return [];
  const { met } = result.quorum;
  return [...text.matchAll(quorum)].flatMap((match): Mismatch[] => {
    const saysMet = match.groups?.['no'] === undefined && match.groups?.['short'] === undefined;
    if (saysMet === met) return [];
    const recorded = `第${outcome.number}条表决${met ? '达到' : '未达到'}法定人数`;
    const place = { from: from + match.index, to: from + match.index + match[0].length };
    return [{ kind: 'vote', ...place, written: match[0], recorded, record: '表决记录', fact: factOf(outcome, round) }];
  });
}

/** Figures of no named motion must be those of some motion. */
function unnamed(text: string, from: number, voted: readonly Outcome[]): readonly Mismatch[] {
  const said = ballotsIn(text, from);
  const [first] = said;
  if (first === undefined) return [];
  const fits = voted.some(({ rounds }) => rounds.some((round) => wrongIn(round, said).length === 0));
  // Several motions may be told in one sentence: each figure must be somebody's.
  const each = said.filter(({ key, n: count }) => !voted.some(({ rounds }) => rounds.some((round) => tallied(round, key) === count)));
  const isOfSeveral = new Set(said.map(({ key }) => key)).size < said.length;
  if (fits || (isOfSeveral && each.length === 0)) return [];
  return (each.length > 0 ? each : [first]).map((one) => ({
    kind: 'vote',
    ...{ from: one.from, to: one.to, written: said.map(({ written }) => written).join('、') },
    ...{ recorded: '没有这样的表决结果', plainly: true, record: '表决记录', fact: null },
  }));
}
