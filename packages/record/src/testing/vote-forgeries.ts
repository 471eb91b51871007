// Knows what somebody who holds the key could change of a vote, in the log and in the files alike, that still does not add up; tests only.
import { canonical, type Json } from '@xieshang/protocol';
import type { NoteSigner } from '../evidence/index.ts';
import { filesIn, forged, linesChanged, textChanged, type Files } from './evidence.ts';

/** A part of a fact, as JSON. */
type Part = Record<string, unknown>;

export interface Deed {
  readonly name: string;
  readonly fact: string;
  /** Changes it in place; false when there is nothing of the kind in it. */
  readonly change: (part: Part) => boolean;
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && !Array.isArray(value);
const parts = (value: unknown): readonly Part[] => (Array.isArray(value) ? value.filter(isPart) : []);
const formOf = (part: Part): string => (typeof part['form'] === 'string' ? part['form'] : 'named');
const hasNames = (part: Part): boolean => parts(part['votes']).length > 0;

/** Adds to a number somewhere below. */
const plus =
  (by: number, ...path: readonly string[]) =>
  (part: Part): boolean => {
    const last = path.at(-1) ?? '';
    let at: unknown = part;
    for (const name of path.slice(0, -1)) at = isPart(at) ? at[name] : undefined;
    if (!isPart(at) || typeof at[last] !== 'number') return false;
    at[last] += by;
    return true;
  };
const flip =
  (...path: readonly [string, string?]) =>
  (part: Part): boolean => {
    const [name, below] = path;
    const at = below === undefined ? part : part[name];
    const last = below ?? name;
    if (!isPart(at) || typeof at[last] !== 'boolean') return false;
    at[last] = !at[last];
    return true;
  };
const without =
  (name: string) =>
  (part: Part): boolean =>
    name in part && delete part[name];
const both =
  (...changes: readonly ((part: Part) => boolean)[]) =>
  (part: Part): boolean =>
    changes.every((change) => change(part));
const where =
  (holds: (part: Part) => boolean, change: (part: Part) => boolean) =>
  (part: Part): boolean =>
    holds(part) && change(part);
/** The first vote of the list that is such a one. */
const vote =
  (change: (vote: Part) => boolean) =>
  (part: Part): boolean =>
    parts(part['votes']).some(change);

/** Where two officers counted, or where the list can be counted again. */
const isCountedAgain = (part: Part): boolean => hasNames(part) || 'countedBy' in part || formOf(part) === 'secret';

export const voteDeeds: readonly Deed[] = [
  { name: 'a vote moved from 赞成 to 反对', change: where(isCountedAgain, both(plus(-1, 'tally', 'approve'), plus(1, 'tally', 'oppose'))) },
  { name: 'a vote more than the roll has', change: plus(1, 'tally', 'approve') },
  { name: 'a roll of one more', change: both(plus(1, 'roll'), plus(1, 'tally', 'notPressed')) },
  { name: 'a verdict turned', change: flip('passed') },
  { name: 'a threshold moved', change: plus(-1, 'needed') },
  { name: 'a base moved', change: plus(1, 'base') },
  { name: 'spoilt papers made up', change: (part: Part) => ((part['spoilt'] = Number(part['spoilt'] ?? 0) + 1), true) },
  { name: 'another form', change: (part: Part) => ((part['form'] = formOf(part) === 'paper' ? 'unnamed' : 'paper'), true) },
  { name: 'a quorum turned', change: flip('quorum', 'met') },
  { name: 'fewer there at the close', change: plus(-20, 'quorum', 'atClosing') },
  { name: 'another quorum', change: plus(-1, 'quorum', 'needed') },
  { name: 'no quorum told', change: without('quorum') },
  { name: 'a vote turned', change: vote((one) => ((one['choice'] = one['choice'] === 'oppose' ? 'approve' : 'oppose'), true)) },
  { name: 'a voter who was not on the roll', change: vote((one) => ((one['voter'] = 'qian'), true)) },
  { name: 'a voter left out', change: where(hasNames, (part) => Array.isArray(part['votes']) && part['votes'].pop() !== undefined) },
  { name: 'another officer entered it', change: vote((one) => 'enteredBy' in one && ((one['enteredBy'] = 'zhuchi'), true)) },
  {
    name: 'a hand that nobody entered',
    change: where((part) => formOf(part) === 'showOfHands', vote(without('enteredBy'))),
  },
  { name: 'another holder of a proxy', change: vote((one) => 'holder' in one && ((one['holder'] = 'zhang'), true)) },
  { name: 'a proxy not told', change: vote(without('holder')) },
  {
    name: 'names in a vote without names',
    change: where(
      (part) => !hasNames(part),
      (part) => ((part['votes'] = [{ voter: 'li', choice: 'approve' }]), true),
    ),
  },
  {
    name: 'one officer counted',
    change: where(
      (part) => 'countedBy' in part,
      (part) => ((part['countedBy'] = ['mishu1']), true),
    ),
  },
  {
    name: 'other officers counted',
    change: where(
      (part) => 'countedBy' in part,
      (part) => ((part['countedBy'] = ['mishu1', 'zhuchi']), true),
    ),
  },
].map((deed): Deed => ({ ...deed, fact: 'VotingClosed' }));

export const openingDeeds: readonly Deed[] = [
  {
    name: 'a voter struck off the roll',
    change: (part: Part) => Array.isArray(part['voterRoll']) && part['voterRoll'].pop() !== undefined,
  },
  { name: 'another number there at the opening', change: plus(1, 'quorum', 'present') },
  {
    name: 'a weight made up',
    change: (part: Part) => ((part['weights'] = { ...(isPart(part['weights']) ? part['weights'] : {}), li: 2 }), true),
  },
  { name: 'a proxy made up', change: (part: Part) => ((part['proxies'] = { weiyuan3: 'li' }), true) },
  { name: 'a form nobody knows', change: (part: Part) => ((part['terms'] = { form: 'telepathy' }), true) },
  {
    name: 'hands counted otherwise',
    change: (part: Part) => isPart(part['terms']) && ((part['terms'] = { form: 'showOfHands', counting: 'byEye' }), true),
  },
].map((deed): Deed => ({ ...deed, fact: 'VotingOpened' }));

const list =
  (name: string, change: (values: unknown[]) => unknown) =>
  (part: Part): boolean => {
    const values = part[name];
    return Array.isArray(values) && values.length > 1 && (change(values), true);
  };
const swap = (values: unknown[]): unknown => values.splice(0, 2, values[1], values[0]);
const twice = (values: unknown[]): unknown => values.splice(0, 1, values[1]);
const drop = (values: unknown[]): unknown => values.pop();
const marks =
  (by: (given: Part) => boolean) =>
  (part: Part): boolean =>
    isPart(part['tallies']) && Object.values(part['tallies']).filter(isPart).some(by);

export const ballotDeeds: readonly Deed[] = [
  { name: 'more returned than said', change: plus(1, 'returned') },
  { name: 'fewer given out', change: plus(-1, 'issued') },
  { name: 'a spoilt ballot made up', change: plus(30, 'spoilt') },
  { name: 'somebody left out who took part', change: list('participants', drop) },
  { name: 'somebody named twice', change: list('participants', twice) },
  { name: 'the order in which they took part', change: list('participants', swap) },
  { name: 'somebody who was not on the roll', change: list('participants', (values) => values.splice(-1, 1, 'zzz')) },
  { name: 'a ballot’s hash left out', change: list('hashes', drop) },
  { name: 'a ballot’s hash twice', change: list('hashes', twice) },
  { name: 'the order of the ballots', change: list('hashes', swap) },
  { name: 'a mark moved', change: marks(both(plus(-1, 'approve'), plus(1, 'oppose'))) },
  { name: 'a mark made up', change: marks(plus(30, 'abstain')) },
  { name: 'a line left out', change: list('list', drop) },
  { name: 'the order of the lines', change: list('list', swap) },
  { name: 'a line twice', change: list('list', twice) },
  {
    name: 'a line turned',
    change: list('list', (values) => isPart(values[0]) && (values[0]['mark'] = values[0]['mark'] === 'oppose' ? 'approve' : 'oppose')),
  },
  { name: 'no list where there were tags', change: without('list') },
  {
    name: 'a list where there were none',
    change: where(
      (part) => !('list' in part),
      (part) => ((part['list'] = []), true),
    ),
  },
].map((deed): Deed => ({ ...deed, fact: 'BallotsCounted' }));

const linesOf = (bundle: Uint8Array): readonly string[] =>
  new TextDecoder().decode(filesIn(bundle).get('events.ndjson')).split('\n').slice(0, -1);
const read = (text: string): Part => JSON.parse(text);

/** What of a fact the deed is done to. */
function partsOf({ fact }: Deed, payload: Part): readonly Part[] {
  if (fact === 'VotingClosed') return parts(payload['motions']);
  return fact === 'BallotsCounted' ? [payload['count']].filter(isPart) : [payload];
}

/** How the names of the files begin that follow from it. */
function namesFor({ fact }: Deed, payload: Part, part: Part): readonly string[] {
  if (fact.startsWith('Election')) return [`elections/${String(payload['electionId'])}.`];
  if (fact === 'BallotsCounted') return [`ballots/${String(payload['voteId'])}.`];
  return (fact === 'VotingClosed' ? [part] : parts(payload['motions'])).map((one) => `votes/${String(one['motionId'])}.`);
}

/** Where a deed can be done: its places in the log. */
export const placesFor = (bundle: Uint8Array, deed: Deed): readonly (readonly [line: number, motion: number])[] =>
  linesOf(bundle).flatMap((line, place) => {
    const record = read(line);
    const payload = record['payload'];
    if (record['type'] !== deed.fact || !isPart(payload)) return [];
    return partsOf(deed, payload).flatMap((part, motion) => (deed.change(structuredClone(part)) ? [[place, motion] as const] : []));
  });

/** The bundle with the deed done there, in the log and in the files that follow from it, all signed anew. */
export function voteForged(bundle: Uint8Array, deed: Deed, [line, motion]: readonly [number, number], signer: NoteSigner): Uint8Array {
  const record = read(linesOf(bundle)[line] ?? '');
  const payload = isPart(record['payload']) ? record['payload'] : {};
  const part = partsOf(deed, payload)[motion];
  if (part === undefined) throw new Error(`nothing there: ${deed.name}`);
  const isAbout = (name: string): boolean => namesFor(deed, payload, part).some((start) => name.startsWith(start));
  deed.change(part);
  const change = (files: Files): void => {
    linesChanged((lines) => void lines.splice(line, 1, canonical(record as unknown as Json)))(files);
    for (const name of files.keys()) {
      if (!isAbout(name)) continue;
      textChanged(name, (text) => {
        const file = read(text);
        deed.change(isPart(file['count']) ? file['count'] : file);
        return canonical(file as unknown as Json);
      })(files);
    }
  };
  return forged(bundle, change, 'checkpointed', signer);
}
