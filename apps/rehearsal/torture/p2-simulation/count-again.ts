// Counts one vote again from what was given, by every form there is; takes no rule and no count from the core, and knows no log.

import type { Sealed } from './recount-sealed.ts';

const choices = ['approve', 'oppose', 'abstain'] as const;

export interface Opened {
  readonly motions: readonly { readonly motionId: string; readonly rule: Rule }[];
  readonly voterRoll: readonly string[];
  readonly eligible: number;
  readonly terms?: { readonly form: string; readonly counting?: string; readonly voteId?: string };
  readonly quorum?: { readonly needed: number; readonly present: number };
  readonly weights?: Readonly<Record<string, number>>;
  readonly proxies?: Readonly<Record<string, string>>;
}

interface Rule {
  readonly base: 'eligible' | 'present' | 'cast' | 'valid';
  readonly threshold: { readonly kind: 'moreThan' | 'atLeast' | 'consensus'; readonly parts: number; readonly of: number };
}

export interface Closed {
  readonly motionId: string;
  readonly tally: Readonly<Record<string, number>>;
  readonly spoilt?: number;
  readonly roll: number;
  readonly passed: boolean;
  readonly quorum?: { readonly needed: number; readonly atOpening: number; readonly atClosing: number; readonly met: boolean };
  readonly votes: readonly { readonly voter: string; readonly choice: string; readonly enteredBy?: string; readonly holder?: string }[];
  readonly countedBy?: readonly string[];
}

/** One motion while its voting is open. */
export interface Voting {
  readonly opened: Opened;
  readonly rule: Rule;
  readonly pressed: Map<string, string>;
  readonly entered: Map<string, { readonly choice: string; readonly by: string }>;
  /** What each officer counted last: 赞成, 反对, 弃权, 废票. */
  readonly counts: Map<string, readonly number[]>;
}

/** Under an id that may be one every object inherits. */
export const under = <Value>(record: Readonly<Record<string, Value>> | undefined, id: string): Value | undefined =>
  new Map(Object.entries(record ?? {})).get(id);

export const formOf = ({ opened }: Voting): string => opened.terms?.form ?? 'named';
export const isKeyed = (voting: Voting): boolean => formOf(voting) === 'named' || formOf(voting) === 'unnamed';
export const isCounted = ({ opened: { terms } }: Voting): boolean => terms?.form === 'paper' || terms?.counting === 'byCount';
const weightOf = ({ opened }: Voting, voter: string): number => under(opened.weights, voter) ?? 1;
const rollOf = (voting: Voting): number => voting.opened.voterRoll.reduce((sum, voter) => sum + weightOf(voting, voter), 0);

/** Whether that is what the vote came to: marks, roll, quorum, names and verdict. `sealed`: what was in the ballots of a secret one; `here`: how many are present. */
export function fits(voting: Voting, closed: Closed, sealed: Sealed | null, here: number): boolean {
  const { opened } = voting;
  const given = givenIn(voting, closed.motionId, sealed);
  if (!given) return false;
  const { votes, spoilt, marks, countedBy } = given;
  const notPressed = rollOf(voting) - marks.reduce((sum, mark) => sum + mark, 0);
  const { quorum } = closed;
  const adds = [...marks, notPressed].every((mark, place) => mark === (closed.tally[[...choices, 'notPressed'][place] ?? ''] ?? 0));
  const isQuorum =
    quorum === undefined
      ? opened.quorum === undefined
      : quorum.needed === opened.quorum?.needed &&
        quorum.atOpening === opened.quorum.present &&
        quorum.atClosing === here &&
        quorum.met === (quorum.atOpening >= quorum.needed && quorum.atClosing >= quorum.needed);
  return (
    adds &&
    isQuorum &&
    closed.roll === rollOf(voting) &&
    (closed.spoilt ?? 0) === spoilt &&
    (closed.countedBy ?? []).toSorted().join() === countedBy.toSorted().join() &&
    closed.votes.map(spell).join() === votes.map(spell).join() &&
    closed.passed === (quorum?.met !== false && reaches(voting, marks))
  );
}

const spell = ({ voter, choice, enteredBy, holder }: Closed['votes'][number]): string => JSON.stringify([voter, choice, enteredBy, holder]);

interface Given {
  readonly marks: readonly number[];
  readonly spoilt: number;
  readonly votes: Closed['votes'];
  readonly countedBy: readonly string[];
}

/** Null where nothing should have been counted. */
function givenIn(voting: Voting, motionId: string, count: Sealed | null): Given | null {
  const { voterRoll, terms, proxies } = voting.opened;
  const nobody = { votes: [], countedBy: [] };
  if (terms?.form === 'secret') {
    const of = count && under(count.tallies, motionId);
    return of ? { ...nobody, spoilt: count.spoilt, marks: choices.map((choice) => of[choice] ?? 0) } : null;
  }
  if (isCounted(voting)) {
    const [first, ...others] = voting.counts.values();
    if (!first || others.length === 0 || others.some((other) => other.join() !== first.join())) return null;
    return { ...nobody, marks: first.slice(0, 3), spoilt: first[3] ?? 0, countedBy: [...voting.counts.keys()] };
  }
  const stands = voterRoll.map((voter) => {
    const [own, entered, holder] = [voting.pressed.get(voter), voting.entered.get(voter), under(proxies, voter)];
    const choice = own ?? entered?.choice ?? 'notPressed';
    return { voter, choice, ...(own === undefined && entered && { enteredBy: entered.by }), ...(holder !== undefined && { holder }) };
  });
  const marks = choices.map((choice) =>
    stands.filter((one) => one.choice === choice).reduce((sum, { voter }) => sum + weightOf(voting, voter), 0),
  );
  return { marks, spoilt: 0, votes: terms?.form === 'unnamed' ? [] : stands, countedBy: [] };
}

/** V9, without a quotient. */
function reaches(voting: Voting, [approve = 0, oppose = 0, abstain = 0]: readonly number[]): boolean {
  const { base, threshold } = voting.rule;
  if (approve === 0) return false;
  if (threshold.kind === 'consensus') return oppose === 0;
  const taken = { eligible: voting.opened.eligible, present: rollOf(voting), cast: approve + oppose + abstain, valid: approve + oppose }[
    base
  ];
  const [reached, least] = [approve * threshold.of, taken * threshold.parts];
  return threshold.kind === 'moreThan' ? reached > least : reached >= least;
}
