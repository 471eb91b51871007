// Follows every secret vote through the bytes of a log alone, beside the ballots that were given and told; takes nothing from the core.
import { digestOf } from '@xieshang/protocol';
import { givenOn, type Given } from './count-election-again.ts';
import type { RollAgain } from './roll-again.ts';
import type { Fault, Told } from './watch.ts';

type Found = (figure: Fault['figure'], sentence: string) => void;
type Marks = Readonly<Record<string, number>>;

interface Issued {
  readonly voteId: string;
  readonly voterRoll: readonly string[];
  readonly paper: { readonly items: readonly string[]; readonly marks: readonly string[]; readonly most: number };
}

interface Returned {
  readonly returned: number;
  readonly participants: readonly string[];
  readonly hashes: readonly string[];
}

export interface Sealed extends Returned {
  readonly issued: number;
  readonly spoilt: number;
  readonly blank?: number;
  readonly tallies: Readonly<Record<string, Marks>>;
}

type Fact =
  | { readonly type: 'BallotsIssued'; readonly payload: Issued }
  | { readonly type: 'BallotsSealed'; readonly payload: { readonly voteId: string } & Returned }
  | { readonly type: 'BallotsCounted'; readonly payload: { readonly voteId: string; readonly count: Sealed } }
  | { readonly type: 'BallotsVoided' | 'BallotsDestroyed'; readonly payload: { readonly voteId: string } };

interface Box {
  readonly issued: Issued;
  sealed: Returned | null;
  /** How many members were here when it was sealed to await keys. */
  present: number | null;
  count: Sealed | null;
  given: Given | null;
  ended: boolean;
}

export interface SealedAgain {
  take(fact: { readonly type: string }): void;
  readonly counts: (voteId: string | undefined) => Sealed | null;
  /** What the counted ballots bear, as an election reads them. */
  readonly givenTo: (voteId: string | undefined) => Given | null;
  readonly presentAtClose: (voteId: string | undefined) => number | null;
}

const choices = ['approve', 'oppose', 'abstain'];

/** V40–V46, V48, law 7. `kept`: whether ballots of that vote are on the disk. */
export function sealedAgain(told: Told, roll: RollAgain, kept: (voteId: string) => boolean, found: Found): SealedAgain {
  const boxes = new Map<string, Box>();
  const wrong = (sentence: string): void => found('dup', sentence);

  const counted = (voteId: string, count: Sealed, box: Box): void => {
    const { participants, hashes, returned, spoilt, blank = 0, tallies } = count;
    const { voterRoll } = box.issued;
    if (new Set(participants).size !== returned || new Set(hashes).size !== returned) wrong(`${voteId} 的收回数与人数不符`);
    if (count.issued !== voterRoll.length || !participants.every((one) => voterRoll.includes(one))) wrong(`${voteId} 有没领过票的人`);
    if (box.sealed && (box.sealed.participants.join() !== participants.join() || box.sealed.hashes.join() !== hashes.join()))
      wrong(`${voteId} 开箱时与结束时不同`);
    judgeAcks(voteId, count, told, found);
    // Somebody may have tried to give another's: it is in the box under one of the two.
    const sent = Map.groupBy(
      told.sealed.filter(({ vote }) => vote === voteId),
      ({ ciphertext }): string => digestOf(ciphertext),
    );
    const ballots = hashes.flatMap((hash) => sent.get(hash)?.slice(0, 1) ?? []);
    if (ballots.length < hashes.length) wrong(`${voteId} 里有没人交过的票`);
    const gave = new Set(hashes.flatMap((hash) => sent.get(hash)?.map(({ voter }): string => voter) ?? []));
    if (!participants.every((one) => gave.has(one))) wrong(`${voteId} 的票不是投票人的`);
    const read = ballots.map(({ ciphertext }) => marksOn(ciphertext, box.issued));
    const valid = read.filter((marks) => marks !== null);
    if (spoilt !== read.length - valid.length || blank !== valid.filter((marks) => marks.length === 0).length)
      wrong(`${voteId} 的废票或弃权票不符`);
    const all = new Set([...box.issued.paper.items, ...Object.keys(tallies)]);
    const apart = [...all].filter((item) =>
      choices.some(
        (choice) => valid.flat().filter(([on, mark]) => on === item && mark === choice).length !== (of(tallies, item)?.[choice] ?? 0),
      ),
    );
    if (apart.length > 0) wrong(`${voteId} 的 ${apart.join('、')} 计票重算不符`);
    Object.assign(box, { count, given: { ...givenOn(valid.map((marks) => marks.map(([item]) => item))), spoilt }, ended: true });
  };

  const take = (fact: Fact): void => {
    const { voteId } = fact.payload;
    const box = boxes.get(voteId);
    switch (fact.type) {
      case 'BallotsIssued':
        if (box) wrong(`${voteId} 发了两次票`);
        return void boxes.set(voteId, { issued: fact.payload, sealed: null, present: null, count: null, given: null, ended: false });
      case 'BallotsSealed':
        if (!box || box.sealed || box.ended) return wrong(`${voteId} 没有开着就封存了`);
        return void Object.assign(box, { sealed: fact.payload, present: roll.present().length });
      case 'BallotsCounted':
        return box && !box.ended ? counted(voteId, fact.payload.count, box) : wrong(`${voteId} 没有开着就计了票`);
      case 'BallotsVoided':
        if (!box || box.ended) return wrong(`${voteId} 没有开着就作废了`);
        return void (box.ended = true);
      case 'BallotsDestroyed':
        if (!box?.ended) wrong(`${voteId} 没有结束就销毁了`);
        if (kept(voteId)) wrong(`${voteId} 的密票说已销毁，还在盘上`);
    }
  };

  return {
    take: (fact) => (fact.type.startsWith('Ballots') ? take(fact as Fact) : undefined),
    counts: (voteId) => boxes.get(voteId ?? '')?.count ?? null,
    givenTo: (voteId) => boxes.get(voteId ?? '')?.given ?? null,
    presentAtClose: (voteId) => boxes.get(voteId ?? '')?.present ?? null,
  };
}

/** Under an id that may be one every object inherits. */
const of = (tallies: Sealed['tallies'], item: string): Marks | undefined => new Map(Object.entries(tallies)).get(item);

/** Law 7, V42. The last ballot of everybody whose ballot was acknowledged is in the count. */
function judgeAcks(voteId: string, { participants, hashes }: Sealed, told: Told, found: Found): void {
  for (const { voter, vote, ciphertext, revision } of told.ballots) {
    if (vote !== voteId) continue;
    const isReplaced = told.sealed.some((one) => one.vote === vote && one.voter === voter && one.revision > revision);
    const isIn = participants.includes(voter) && (isReplaced || hashes.includes(digestOf(ciphertext)));
    if (!isIn) found('lost', `${voter} 在 ${voteId} 的密票确认过，却没有算`);
  }
}

/** What is on a ballot, item by item; null for 废票: too many marks, one twice, or what is not on the paper. The last word is salt. */
function marksOn(ciphertext: string, { paper }: Issued): readonly (readonly [string, string])[] | null {
  const words = ciphertext.split(' ').slice(0, -1);
  if (words.length % 2 === 1) return null;
  const pairs = Array.from({ length: words.length / 2 }, (_, place) => [words[place * 2] ?? '', words[place * 2 + 1] ?? ''] as const);
  const fits = pairs.every(([item, mark]) => paper.items.includes(item) && paper.marks.includes(mark));
  return fits && pairs.length <= paper.most && new Set(pairs.map(([item]) => item)).size === pairs.length ? pairs : null;
}
