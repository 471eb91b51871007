// Counts one round of an election again from what was given, by counting rivals instead of sorting; takes no rule and no count from the core, and knows no log.

export interface Paper {
  readonly seats: number;
  readonly candidates: readonly { readonly candidateId: string; readonly person?: string }[];
  readonly writeIns: 'none' | 'fromRoll';
  readonly rule:
    | 'plurality'
    | {
        readonly base: 'eligible' | 'present' | 'cast' | 'valid';
        readonly threshold: { readonly kind: 'moreThan' | 'atLeast'; readonly parts: number; readonly of: number };
      };
}

export interface OpenedElection {
  readonly electionId: string;
  readonly paper: Paper;
  readonly round: number;
  readonly voterRoll: readonly string[];
  readonly eligible: number;
  readonly quorum: { readonly needed: number; readonly present: number };
  readonly ms: number;
  readonly terms?: { readonly form: string; readonly voteId?: string };
  readonly closing?: string;
  readonly graceMs?: number;
  readonly seated?: readonly { readonly candidateId: string }[];
}

export interface Stood {
  readonly candidateId: string;
  readonly votes: number;
  readonly outcome: string;
}

export interface ClosedElection {
  readonly electionId: string;
  readonly form?: string;
  readonly roll: number;
  readonly ballots: { readonly marked: number; readonly blank: number; readonly spoilt: number; readonly notHandedIn: number };
  readonly base: number;
  readonly needed: number;
  readonly standings: readonly Stood[];
  readonly quorum: { readonly needed: number; readonly atOpening: number; readonly atClosing: number; readonly met: boolean };
  readonly votes: readonly { readonly voter: string; readonly marks: readonly string[] | null; readonly enteredBy?: string }[];
  readonly countedBy?: readonly string[];
}

/** Ballots as given: by how many persons, and who is marked on how many. */
export interface Given {
  readonly marked: number;
  readonly blank: number;
  readonly spoilt: number;
  readonly votes: ReadonlyMap<string, number>;
}

/** E8: each ballot once. */
export function givenOn(ballots: Iterable<readonly string[]>): Given {
  const votes = new Map<string, number>();
  let [marked, blank] = [0, 0];
  for (const marks of ballots) {
    if (marks.length === 0) blank += 1;
    else marked += 1;
    for (const mark of marks) votes.set(mark, (votes.get(mark) ?? 0) + 1);
  }
  return { marked, blank, spoilt: 0, votes };
}

/** E8, E9: in a sentence what is counted otherwise than given, or null. `here`: how many are present now. */
export function apart(
  { paper, voterRoll, eligible, quorum }: OpenedElection,
  given: Given,
  closed: ClosedElection,
  here: number,
): string | null {
  const { seats, rule, candidates } = paper;
  const { marked, blank, spoilt, votes } = given;
  const { notHandedIn } = closed.ballots;
  if (closed.ballots.marked !== marked || closed.ballots.blank !== blank || closed.ballots.spoilt !== spoilt) return '选票数不符';
  if (notHandedIn < 0 || marked + blank + spoilt + notHandedIn !== voterRoll.length || closed.roll !== voterRoll.length)
    return '四项之和不是名册人数';
  const met = quorum.present >= quorum.needed && here >= quorum.needed;
  const said = closed.quorum;
  if (said.needed !== quorum.needed || said.atOpening !== quorum.present || said.atClosing !== here || said.met !== met)
    return '法定人数不符';
  const base = rule === 'plurality' ? marked : { eligible, present: voterRoll.length, cast: marked + blank, valid: marked }[rule.base];
  const reaches = (number: number): boolean => {
    if (rule === 'plurality') return number > 0;
    const { kind, parts, of } = rule.threshold;
    return number > 0 && (kind === 'moreThan' ? number * of > base * parts : number * of >= base * parts);
  };
  if (closed.base !== base || !reaches(closed.needed) || (closed.needed > 1 && reaches(closed.needed - 1))) return '当选所需的票数不符';
  const printed = candidates.map(({ candidateId }) => candidateId);
  const ids = [...printed, ...[...votes.keys()].filter((id) => !printed.includes(id))];
  const votesOf = (id: string): number => votes.get(id) ?? 0;
  const over = ids.filter((id) => met && reaches(votesOf(id)));
  const outcomeOf = (id: string): string => {
    if (!over.includes(id)) return 'notElected';
    const ahead = over.filter((rival) => votesOf(rival) > votesOf(id)).length;
    const level = over.filter((rival) => votesOf(rival) === votesOf(id)).length;
    if (ahead + level <= seats) return 'elected';
    return ahead < seats ? 'tied' : 'notElected';
  };
  const expected = new Map(ids.map((id) => [id, `${votesOf(id)} ${outcomeOf(id)}`]));
  const same = closed.standings.every(({ candidateId, votes: number, outcome }) => expected.get(candidateId) === `${number} ${outcome}`);
  const each = new Set(closed.standings.map(({ candidateId }) => candidateId)).size;
  if (!same || each !== ids.length || closed.standings.length !== ids.length) return '得票或当选不符';
  return closed.standings.filter(({ outcome }) => outcome === 'elected').length > seats ? '当选多于名额' : null;
}
