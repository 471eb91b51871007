// What becomes of sealed ballots and their keys (V40–V48), in the simple idea the core is compared with; not of what was put to the vote.
import type { SecretTerms } from '@xieshang/meeting';
import { sorted } from '../picture.ts';
import { headsHere, type Hall, type Verdict } from './hall.ts';

export interface Box {
  phase: 'open' | 'sealed' | 'counted' | 'void';
  readonly items: readonly string[];
  readonly marks: readonly string[];
  readonly most: number;
  readonly electors: readonly string[];
  readonly receipt: SecretTerms['receipt'];
  readonly change: SecretTerms['change'];
  /** By holder the public half; nobody where the server keeps the key. */
  readonly holders: ReadonlyMap<string, string>;
  readonly given: Map<string, { readonly revision: number; readonly text: string }>;
  readonly keys: Set<string>;
  /** How many members were here when it was sealed to await keys. */
  here: number | null;
  why: string;
  destroyed: boolean;
}

type Paper = Pick<Box, 'items' | 'marks' | 'most' | 'electors'>;

/** V40, V41, V43. Null where ballots went out. */
export function issue(hall: Hall, { voteId, custody, few, receipt, change }: SecretTerms, paper: Paper): Verdict | null {
  const { boxes, scrutineers, keys, usedKeys, keyed } = hall;
  if (boxes.has(voteId)) return 'VoteIdTaken';
  if (paper.electors.length < 5 && few !== 'accepted') return 'TooFewForSecrecy';
  const ready = [...scrutineers].filter((person) => keys.has(person)).slice(0, 3);
  if (custody === 'server' && !keyed) return 'BallotKeyMissing';
  if (custody === 'scrutineers' && ready.length < 3) return 'ScrutineerKeysMissing';
  const holders = new Map(custody === 'scrutineers' ? ready.map((person) => [person, keys.get(person) ?? '']) : []);
  for (const [person, key] of holders) {
    keys.delete(person);
    usedKeys.add(key);
  }
  boxes.set(voteId, {
    ...paper,
    phase: 'open',
    receipt,
    change,
    holders,
    given: new Map(),
    keys: new Set(),
    here: null,
    why: '',
    destroyed: false,
  });
  return null;
}

/** V44, V45. It is opened, or waits for two keys. */
export function end(hall: Hall, box: Box): 'sealed' | 'counted' {
  box.phase = box.holders.size > 0 && box.keys.size < 2 ? 'sealed' : 'counted';
  if (box.phase === 'sealed') box.here ??= headsHere(hall);
  return box.phase;
}

export function spoil(box: Box, why: string): void {
  Object.assign(box, { phase: 'void', why });
}

/** What each ballot says, by item; a ballot that says what it may not is not among them. */
function sound({ items, marks, most, given }: Box): readonly ReadonlyMap<string, string>[] {
  const good: ReadonlyMap<string, string>[] = [];
  for (const { text } of given.values()) {
    const said = text === '' ? [] : text.split(' ');
    const mays = items.flatMap((item) => marks.map((mark) => `${item}=${mark}`));
    const by = new Map(said.map((one) => [one.slice(0, one.lastIndexOf('=')), one.slice(one.lastIndexOf('=') + 1)]));
    if (said.every((one) => mays.includes(one)) && by.size === said.length && said.length <= most) good.push(by);
  }
  return good;
}

export const spoiltIn = (box: Box): number => box.given.size - sound(box).length;
export const blankIn = (box: Box): number => sound(box).filter(({ size }) => size === 0).length;
export const votesFor = (box: Box, item: string, mark: string): number => sound(box).filter((one) => one.get(item) === mark).length;

/** What is compared of secret votes. */
export const boxesIn = ({ boxes }: Hall): readonly (readonly unknown[])[] =>
  sorted.byName(
    [...boxes].map(([id, box]) => [
      id,
      box.phase,
      ...[[...box.items], box.most, [...box.electors], [...box.holders.keys()]],
      box.phase === 'sealed' ? [sorted.names(box.given.keys()), sorted.names(box.keys)] : [],
      box.phase === 'counted' ? countIn(box) : [],
      ...(box.phase === 'void' ? [box.why] : ['']),
      box.destroyed,
    ]),
  );

function countIn(box: Box): readonly unknown[] {
  const tallies = box.items.map((item) => [item, ...['approve', 'oppose', 'abstain'].map((mark) => votesFor(box, item, mark))]);
  const listed = sound(box).reduce((sum, { size }) => sum + size, 0);
  return [sorted.names(box.given.keys()), spoiltIn(box), blankIn(box), sorted.byName(tallies), box.receipt === 'tag' ? listed : null];
}
