// What an election comes to (E3, E8, E9, E16), in the simple idea the core is compared with; not how ballots are given.
import { sorted } from '../picture.ts';
import { blankIn, spoiltIn, votesFor, type Box } from './boxes.ts';
import { isOpen, type Choosing, type Counted, type Stood } from './elections.ts';
import { headsHere, type Hall, type Verdict } from './hall.ts';

const enough = (part: number, of: number, base: number, needs: number, strictly: boolean): boolean =>
  strictly ? needs * of > base * part : needs * of >= base * part && needs > 0;

export function leastOf({ kind, parts, of }: { kind: string; parts: number; of: number }, base: number): number {
  let least = 1;
  while (!enough(parts, of, base, least, kind === 'moreThan')) least += 1;
  return least;
}

/** E8, E9: whoever fewer than `seats` others are ahead of or level with is elected. */
export function close(hall: Hall, one: Choosing, sealed?: Counted): Verdict {
  const [first, ...others] = [...one.counts.values()].map((count) => JSON.stringify(count));
  if (one.form === 'paper' && others.length === 0) return 'ElectionCountNotConfirmed';
  if (others.some((other) => other !== first)) return 'ElectionCountsDiffer';
  const { marked, blank, spoilt, votes } = first !== undefined ? (JSON.parse(first) as Counted) : (sealed ?? counted(one));
  const given = new Map(votes);
  const ids = [
    ...one.paper.candidates.map(({ candidateId }): string => candidateId),
    ...sorted.names(given.keys()).filter((id) => !one.paper.candidates.some(({ candidateId }) => candidateId === id)),
  ];
  const of = (id: string): number => given.get(id) ?? 0;
  const [least, atOpening] = one.quorum;
  const here = hall.boxes.get(one.box ?? '')?.here ?? headsHere(hall);
  const quorum = atOpening >= least && here >= least;
  const { rule, seats } = one.paper;
  const base =
    rule === 'plurality'
      ? marked
      : { eligible: one.eligible, present: one.electors.length, cast: marked + blank, valid: marked }[rule.base];
  const over = ids.filter((id) => {
    if (rule === 'plurality' || rule.threshold.kind === 'consensus') return quorum && of(id) > 0;
    return quorum && enough(rule.threshold.parts, rule.threshold.of, base, of(id), rule.threshold.kind === 'moreThan');
  });
  const outcome = (id: string): string => {
    if (!over.includes(id)) return 'notElected';
    const ahead = over.filter((rival) => of(rival) > of(id)).length;
    const level = over.filter((rival) => of(rival) === of(id)).length;
    return ahead + level <= seats ? 'elected' : ahead < seats ? 'tied' : 'notElected';
  };
  one.stood = ids.map((id): Stood => [id, of(id), outcome(id)]).sort((a, b) => b[1] - a[1]);
  one.phase = 'closed';
  const missing = one.electors.length - marked - blank - spoilt;
  one.results = [...one.results, [one.form, one.round, marked, blank, spoilt, missing, base, quorum, one.seated, one.stood]];
  return 'done';
}

/** E7, E18: who has not voted is held to what an officer entered. */
const standing = ({ ballots, entered }: Choosing): ReadonlyMap<string, readonly string[]> =>
  new Map([...[...entered].map(([voter, { marks }]): [string, readonly string[]] => [voter, marks]), ...ballots]);

function counted(one: Choosing): Counted {
  const given = [...standing(one).values()];
  const marks = given.flat();
  const blank = given.filter((one) => one.length === 0).length;
  const votes = sorted.names(marks).map((id) => [id, marks.filter((one) => one === id).length] as const);
  return { marked: given.length - blank, blank, spoilt: 0, votes };
}

const electionsOn = ({ elections }: Hall, id: string): readonly Choosing[] =>
  [...elections.values()].filter((one) => isOpen(one) && one.box === id);

/** E16. */
export function countElectionsOf(hall: Hall, id: string, box: Box): void {
  const votes = box.items.map((item) => [item, votesFor(box, item, 'approve')] as const).filter(([, number]) => number > 0);
  const [spoilt, blank] = [spoiltIn(box), blankIn(box)];
  for (const one of electionsOn(hall, id)) close(hall, one, { marked: box.given.size - spoilt - blank, blank, spoilt, votes });
}

export function voidElectionsOf(hall: Hall, id: string): void {
  for (const one of electionsOn(hall, id)) Object.assign(one, { phase: 'voided', voids: one.voids + 1 });
}
