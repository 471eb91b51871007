// Knows which contributions somebody wants to see and in which order; nothing of screens or files.
import { speechKinds, type SpeechKind } from '@xieshang/meeting';
import type { Contribution } from './contribution.ts';

/** Those that are something out of the ordinary: over time, not the one suggested, entered by the office, not yet answered. */
export const marks = ['overtime', 'instead', 'entered', 'unanswered'] as const;
export type Mark = (typeof marks)[number];

export const orders = ['begin', 'name', 'sector', 'stage', 'kind', 'net', 'stopped', 'over'] as const;
export type Order = (typeof orders)[number];

/** What is left out is not asked for. Reads as the search part of an address. */
export interface Wanted {
  readonly person?: string;
  /** Without 界. */
  readonly sector?: string;
  readonly stage?: string;
  readonly kind?: SpeechKind;
  /** That spoke, was asked or answered. */
  readonly department?: string;
  readonly mark?: Mark;
  /** All of these words, somewhere in the line. */
  readonly text?: string;
  readonly order?: Order;
  /** Last first. */
  readonly down?: '1';
}

const oneOf = <One extends string>(some: readonly One[], text: string | undefined): One | undefined => some.find((one) => one === text);

/** Whatever does not name something is left out. */
export function wantedOf(query: Readonly<Record<string, unknown>>): Wanted {
  const text = (name: string): string | undefined => {
    const value = query[name];
    const written = typeof value === 'number' ? String(value) : value;
    return typeof written === 'string' && written.trim() !== '' && written.length <= 200 ? written : undefined;
  };
  const given = {
    person: text('person'),
    sector: text('sector'),
    stage: text('stage'),
    kind: oneOf(speechKinds, text('kind')),
    department: text('department'),
    mark: oneOf(marks, text('mark')),
    text: text('text'),
    order: oneOf(orders, text('order')),
    down: oneOf(['1'] as const, text('down')),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

export const isMarked: Readonly<Record<Mark, (one: Contribution) => boolean>> = {
  overtime: ({ overMs }) => overMs >= 1000,
  instead: ({ instead }) => instead !== null,
  entered: ({ enteredBy, answers }) => enteredBy !== null || answers.some((answer) => answer.enteredBy !== null),
  unanswered: ({ owed }) => owed.length > 0,
};

/** Full-width and half-width, large and small letters are alike. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

const wordsOf = (one: Contribution): string =>
  folded(
    [
      ...[one.name, one.sector ?? '', one.post, one.stage, one.topic, one.text ?? '', one.digest?.text ?? '', one.instead?.reason ?? ''],
      ...[...one.addressedTo.map(({ name }) => name), ...one.answers.flatMap(({ name, note }) => [name, note])],
    ].join('\n'),
  );

function isWanted(one: Contribution, { person, sector, stage, kind, department, mark, text }: Wanted): boolean {
  const parties = [one, ...one.addressedTo, ...one.answers];
  return (
    (person === undefined || one.person === person) &&
    (sector === undefined || one.sector === sector) &&
    (stage === undefined || one.stageId === stage) &&
    (kind === undefined || one.kind === kind) &&
    (department === undefined || parties.some((party) => party.person === department)) &&
    (mark === undefined || isMarked[mark](one)) &&
    (text === undefined ||
      folded(text)
        .trim()
        .split(/\s+/)
        .every((word) => wordsOf(one).includes(word)))
  );
}

const chinese = new Intl.Collator('zh-Hans');
const byText =
  (text: (one: Contribution) => string) =>
  (one: Contribution, other: Contribution): number =>
    chinese.compare(text(one), text(other));
const byFigure =
  (figure: (one: Contribution) => number) =>
  (one: Contribution, other: Contribution): number =>
    figure(one) - figure(other);

const comparisons: Readonly<Record<Order, (one: Contribution, other: Contribution) => number>> = {
  begin: byFigure(({ number }) => number),
  name: byText(({ name }) => name),
  sector: byText(({ sector }) => sector ?? ''),
  stage: byFigure(() => 0),
  kind: byFigure(({ kind }) => speechKinds.indexOf(kind)),
  net: byFigure(({ netMs }) => netMs),
  stopped: byFigure(({ stoppedMs }) => stoppedMs),
  over: byFigure(({ overMs }) => overMs),
};

/** Those that are wanted, in the order that is wanted; alike ones in the order they began. Stages in the order they were come to. */
export function wantedFrom(all: readonly Contribution[], wanted: Wanted): readonly Contribution[] {
  const some = all.filter((one) => isWanted(one, wanted));
  const order = wanted.order ?? 'begin';
  const stages = [...new Set(all.map(({ stageId }) => stageId))];
  const compare = order === 'stage' ? byFigure(({ stageId }) => stages.indexOf(stageId)) : comparisons[order];
  return some.toSorted((one, other) => (wanted.down ? compare(other, one) : compare(one, other)) || one.number - other.number);
}
