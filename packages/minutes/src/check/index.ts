// Knows all that prose is held against the record by, block by block; not when it is looked at nor how it is shown.
import { attendanceMismatches } from './attendance.ts';
import { countMismatches } from './counts.ts';
import { dateMismatches } from './dates.ts';
import { draftedMismatches } from './drafted.ts';
import { mismatchSentence, type Finding, type Mismatch } from './finding.ts';
import { peopleMismatches } from './people.ts';
import { quoteMismatches } from './quotes.ts';
import { levelled, sentencesIn } from './reading.ts';
import type { CheckRecord } from './record.ts';
import { reservationMismatches } from './reservations.ts';
import { unitMismatches } from './units.ts';
import { voteMismatches } from './votes.ts';

export { checkRecordOf, type CheckRecord } from './record.ts';
export { forgottenIn } from './forgotten.ts';
export type { Finding, FindingKind } from './finding.ts';

/** Drafted sentences last: what is said in more words is said by the others. */
const readers: readonly ((text: string, record: CheckRecord) => readonly Mismatch[])[] = [
  attendanceMismatches,
  countMismatches,
  voteMismatches,
  reservationMismatches,
  dateMismatches,
  peopleMismatches,
  unitMismatches,
  draftedMismatches,
  quoteMismatches,
];

/** Of one kind in one block; whoever has mended those is told of the rest. */
const most = 100;

/**
 * N3. Where a block of prose says otherwise than the record, in order. Figures in characters or full width are read; what is meant
 * loosely (余、近、ranges) or could mean something else is left alone. Each place is told once.
 */
export function checkText(text: string, record: CheckRecord): readonly Finding[] {
  if (text.trim().length < 4) return [];
  const level = levelled(text);
  const found: Mismatch[] = [];
  for (const reader of readers) {
    for (const one of reader(level, record).slice(0, most))
      if (!found.some((other) => one.from < other.to && other.from < one.to)) found.push(one);
  }
  const sentences = sentencesIn(level);
  return found
    .toSorted((one, other) => one.from - other.from)
    .map((one): Finding => {
      const around = sentences.find(({ from, to }) => one.from >= from && one.from < to)?.text ?? level;
      const { kind, from, to, fact } = one;
      return { kind, from, to, fact, says: mismatchSentence(one), key: `${kind}\n${around.trim()}\n${one.written}\n${one.recorded}` };
    });
}
