// Knows how two texts differ, fit for Chinese: by characters, numbers and foreign words whole, without crumbs; not where the texts stand.
import fastDiff from 'fast-diff';
import { slid } from './sliding.ts';

export type Change = 'same' | 'removed' | 'added';

export interface Part {
  readonly change: Change;
  readonly text: string;
}

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });
/** What is never cut: 28.5%, 2022, ABC. */
const whole = /[0-9]+(?:[.,:][0-9]+)*[%％]?|[A-Za-z]+/y;

/** A text as the units that a reader sees changed or unchanged. */
export function unitsOf(text: string): readonly string[] {
  const units: string[] = [];
  let rest = '';
  const flush = (): void => {
    for (const { segment } of graphemes.segment(rest)) units.push(segment);
    rest = '';
  };
  for (let at = 0; at < text.length;) {
    whole.lastIndex = at;
    const [word = ''] = whole.exec(text) ?? [];
    if (word === '') rest += text.charAt(at);
    else {
      flush();
      units.push(word);
    }
    at += Math.max(word.length, 1);
  }
  flush();
  return units;
}

/** Code units that a pair of lists may use: below the surrogates. */
const [first, last] = [0x100, 0xd7ff];

export interface ListPart {
  readonly change: Change;
  readonly units: readonly string[];
}

/** How two lists differ, with as few changes as there can be. */
export function listDifference(before: readonly string[], after: readonly string[]): readonly ListPart[] {
  const codes = new Map<string, string>();
  const named = new Map<string, string>();
  const spell = (units: readonly string[]): string | null => {
    let spelt = '';
    for (const unit of units) {
      let code = codes.get(unit);
      if (code === undefined) {
        if (first + codes.size > last) return null;
        code = String.fromCharCode(first + codes.size);
        codes.set(unit, code);
        named.set(code, unit);
      }
      spelt += code;
    }
    return spelt;
  };
  const [one, other] = [spell(before), spell(after)];
  if (one === null || other === null) {
    const parts: readonly ListPart[] = [
      { change: 'removed', units: before },
      { change: 'added', units: after },
    ];
    return parts.filter(({ units }) => units.length > 0);
  }
  const change = { [-1]: 'removed', [0]: 'same', [1]: 'added' } as const;
  return fastDiff(one, other)
    .filter(([, text]) => text !== '')
    .map(([kind, text]) => ({ change: change[kind], units: Array.from(text, (code) => named.get(code) ?? '') }));
}

/** Of the characters that either text has, how large a part both have, 0–1. */
export function likeness(parts: readonly Part[]): number {
  const count = (change: Change): number => parts.reduce((sum, part) => sum + (part.change === change ? part.text.length : 0), 0);
  const same = count('same');
  const all = same + Math.max(count('removed'), count('added'));
  return all === 0 ? 1 : same / all;
}

/**
 * The parts in order; what was removed stands before what was added in its place. Without the added ones they are the text before,
 * without the removed ones the text after.
 */
export function proseDifference(before: string, after: string): readonly Part[] {
  const parts = slid(listDifference(unitsOf(before), unitsOf(after)));
  const out: Part[] = [];
  let [removed, added] = ['', ''];
  const flush = (): void => {
    if (removed !== '') out.push({ change: 'removed', text: removed });
    if (added !== '') out.push({ change: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const [place, part] of parts.entries()) {
    const text = part.units.join('');
    if (part.change === 'removed') removed += text;
    else if (part.change === 'added') added += text;
    else if (isIsland(parts, place)) {
      removed += text;
      added += text;
    } else {
      flush();
      out.push({ change: 'same', text });
    }
  }
  flush();
  return out;
}

/** How many units of what is the same, between two changes, tell a reader nothing; of longer changes a little more. */
const crumb = { units: 1, besideLong: 2, long: 4 } as const;

/** Only where words were replaced: beside mere additions even one character says where they went. Figures always speak. */
function isIsland(parts: readonly ListPart[], place: number): boolean {
  const units = parts[place]?.units ?? [];
  const [left, right] = [flank(parts, place, -1), flank(parts, place, 1)];
  if (left.size === 0 || right.size === 0 || !(left.removed || right.removed) || !(left.added || right.added)) return false;
  const most = left.size >= crumb.long && right.size >= crumb.long ? crumb.besideLong : crumb.units;
  return units.length <= most && !units.some((unit) => /[0-9A-Za-z\n]/.test(unit));
}

/** The changes directly beside a part. */
function flank(parts: readonly ListPart[], place: number, step: -1 | 1) {
  let size = 0;
  let [removed, added] = [false, false];
  for (let at = place + step; parts[at] !== undefined && parts[at]?.change !== 'same'; at += step) {
    size += parts[at]?.units.length ?? 0;
    removed ||= parts[at]?.change === 'removed';
    added ||= parts[at]?.change === 'added';
  }
  return { size, removed, added };
}
