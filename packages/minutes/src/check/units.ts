// Knows when a unit in the prose is nearly one of the record but not the same; not what the unit did.
import { distance } from '../draft/alike.ts';
import { factId } from '../fact-id.ts';
import type { Mismatch } from './finding.ts';
import type { CheckRecord } from './record.ts';

/** From this length on one wrong character is a slip wherever it stands; shorter names are read only where a unit acts. */
const longEnough = 6;
const levels = /^[国省市区县州旗]$/;

const slip = (from: number, written: string, meant: string): Mismatch => ({
  kind: 'unit',
  ...{ from, to: from + written.length, written, recorded: meant, record: '会议名单', fact: factId('names') },
});

export const unitMismatches = (text: string, record: CheckRecord): readonly Mismatch[] => [
  ...record.units.filter(({ length }) => length >= longEnough).flatMap((unit) => nearby(text, unit, record.units)),
  ...acting(text, record.units),
];

/** One half of a name with one slip is whole: what stands around it is held against the rest. */
function nearby(text: string, unit: string, units: readonly string[]): readonly Mismatch[] {
  const middle = Math.floor(unit.length / 2);
  const found: Mismatch[] = [];
  const consider = (from: number, written: string): void => {
    if (written === unit || distance(written, unit, 1) !== 1 || isOther(written, unit)) return;
    // Another unit, or a part of the very name, stands here.
    const around = text.slice(Math.max(0, from - 2), from + written.length + 2);
    if (around.includes(unit) || units.some((other) => other !== unit && other.length >= written.length && around.includes(other))) return;
    if (!found.some((one) => one.from < from + written.length && from < one.to)) found.push(slip(from, written, unit));
  };
  for (const at of placesOf(text, unit.slice(0, middle))) {
    for (const length of [unit.length, unit.length - 1, unit.length + 1]) consider(at, text.slice(at, at + length));
  }
  const tail = unit.slice(middle);
  for (const at of placesOf(text, tail)) {
    for (const before of [middle, middle - 1, middle + 1]) {
      if (at >= before) consider(at - before, text.slice(at - before, at + tail.length));
    }
  }
  return found;
}

function placesOf(text: string, part: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

/** A unit of another level, a shortened name, or a word that goes on otherwise: 工业和信息化部. */
function isOther(written: string, unit: string): boolean {
  if (written.at(-1) !== unit.at(-1)) return true;
  if (written.length < unit.length) return unit.endsWith(written);
  if (written.length > unit.length) return written.endsWith(unit) || written.startsWith(unit);
  return written.slice(1) === unit.slice(1) && (levels.test(written[0] ?? '') || !/\p{Script=Han}/u.test(written[0] ?? ''));
}

const unitLike = '[\\p{Script=Han}]{2,18}?(?:局|委员会|厅|办公室|中心|院|联合会)';
const acts = [
  new RegExp(
    `(?<list>(?:${unitLike}、)*${unitLike})(?:等[^，。；]{1,4}个部门)?(?:分别|均|现场)?(?:表示|采纳|部分采纳|回应|答复|对[^，。；]{1,20}作|就[^，。；]{1,40}作)`,
    'dgu',
  ),
  new RegExp(`听取了?(?<list>${unitLike})关于`, 'dgu'),
  new RegExp(`由(?<list>(?:${unitLike}、)*${unitLike})(?:主办|牵头|会办|会后答复)`, 'dgu'),
  new RegExp(`[、，](?<list>(?:${unitLike}、)*${unitLike})(?:会办|配合)`, 'dgu'),
];

/** Where a unit acts, even a short name with one wrong character is a slip. */
function acting(text: string, units: readonly string[]): readonly Mismatch[] {
  return acts.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      let at = match.indices?.groups?.['list']?.[0] ?? 0;
      return (match.groups?.['list'] ?? '').split('、').flatMap((written): Mismatch[] => {
        const from = at;
        at += written.length + 1;
        if (units.some((unit) => written.endsWith(unit) || unit.endsWith(written))) return [];
        const meant = units.find(
          (unit) => distance(written, unit, 1) === 1 && !(written.slice(1) === unit.slice(1) && levels.test(written[0] ?? '')),
        );
        return meant === undefined ? [] : [slip(from, written, meant)];
      });
    }),
  );
}
