// Knows the ways in which somebody tampers with a bundle, each drawn by chance; not what becomes of them.
import { filesIn, forged, linesChanged, lengths, type Files, type Length } from '@xieshang/record/testing';
import type { NoteSigner } from '@xieshang/record/evidence';
import { chanceFrom, type Chance } from '../p2-simulation/chance.ts';

export interface Forgery {
  /** What was done and how far its author went, for the report. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Target {
  readonly bundle: Uint8Array;
  /** Of the server: somebody who has its key can go further. */
  readonly own: NoteSigner;
  readonly other: NoteSigner;
}

const printable = (chance: Chance): string => String.fromCharCode(0x21 + chance.below(0x5e));

/** A text with one sign of it exchanged for another: mostly so that it can still be read. */
function misspelt(text: string, chance: Chance): string {
  const at = chance.below(text.length);
  const was = text[at] ?? '';
  const alike = chance.happens(3, 4) ? (['0123456789', 'abcdef'].find((signs) => signs.includes(was)) ?? '') : '';
  const draw = (): string => (alike === '' ? printable(chance) : (chance.pick([...alike]) ?? was));
  let sign = draw();
  while (sign === was) sign = draw();
  return text.slice(0, at) + sign + text.slice(at + 1);
}

const deeds: Readonly<Record<'alter' | 'drop' | 'swap' | 'insert', (lines: string[], chance: Chance) => void>> = {
  alter: (lines, chance) => {
    const at = chance.below(lines.length);
    lines.splice(at, 1, misspelt(lines[at] ?? '', chance));
  },
  drop: (lines, chance) => void lines.splice(chance.below(lines.length), 1),
  swap: (lines, chance) => {
    const at = chance.below(lines.length - 1);
    lines.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? '');
  },
  insert: (lines, chance) => {
    const line = lines[chance.below(lines.length)] ?? '';
    lines.splice(chance.below(lines.length + 1), 0, line);
  },
};

/** What the log itself vouches for: of the other files the manifest alone does, and whoever has the key signs another one. */
const isVouchedFor = (name: string): boolean => name === 'minutes.json' || name.startsWith('votes/') || name.startsWith('elections/');

function exchange(files: Files, chance: Chance, among: (name: string) => boolean): string {
  const name = chance.pick([...files.keys()].filter(among)) ?? '';
  const content = files.get(name)?.slice() ?? new Uint8Array();
  const at = chance.below(content.length);
  content[at] = (content[at] ?? 0) ^ (1 + chance.below(255));
  files.set(name, content);
  return name;
}

/** One forgery from one seed; never the bundle itself. */
export function forgery(seed: number, { bundle, own, other }: Target): Forgery {
  const chance = chanceFrom(seed);
  if (chance.happens(2, 5)) {
    const bytes = bundle.slice();
    const at = chance.below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 + chance.below(255));
    return { name: `byte ${at}`, bytes };
  }
  const how: Length = chance.pick(lengths) ?? 'packed';
  const hasKey = chance.happens(1, 2);
  const by = hasKey ? own : other;
  const author = `${how}, ${hasKey ? 'own' : 'other'} key`;
  if (chance.happens(1, 4)) {
    const isSigned = how === 'signed' || how === 'checkpointed';
    const among = hasKey && isSigned ? isVouchedFor : (name: string) => !name.startsWith('manifest.');
    let name = '';
    const bytes = forged(bundle, (files) => (name = exchange(files, chance, among)), how, by);
    return { name: `exchange ${name}: ${author}`, bytes };
  }
  const deed = chance.pick(['alter', 'drop', 'swap', 'insert'] as const) ?? 'alter';
  const bytes = forged(
    bundle,
    linesChanged((lines) => deeds[deed](lines, chance)),
    how,
    by,
  );
  return { name: `${deed}: ${author}`, bytes };
}

/** How many facts a bundle has. */
export const countOf = (bundle: Uint8Array): number =>
  new TextDecoder().decode(filesIn(bundle).get('events.ndjson')).split('\n').length - 1;
