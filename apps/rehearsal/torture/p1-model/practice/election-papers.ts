// How elections are tabled, revised and withdrawn, and who may be chosen (E1, E2, E6), in the simple idea the core is compared with.
import type { ElectionPaper } from '@xieshang/meeting';
import { paperIn } from './elections.ts';
import type { Hall, Rules, Verdict } from './hall.ts';

/** E1. */
function unfit({ people }: Hall, { seats, candidates, writeIns, rule }: ElectionPaper): boolean {
  const ids = new Set(candidates.map(({ candidateId }) => candidateId));
  const who = new Set(candidates.map(({ person, name, note = '' }) => (person === undefined ? `${name}\n${note}` : `@${person}`)));
  if (seats < 1 || ids.size < 1 || (writeIns === 'none' && seats > candidates.length)) return true;
  if (ids.size < candidates.length || who.size < candidates.length) return true;
  if (candidates.some(({ person }) => person !== undefined && !people.has(person))) return true;
  if (rule === 'plurality') return false;
  const { threshold } = rule;
  if (threshold.kind === 'consensus') return true;
  const { parts, of, kind } = threshold;
  return parts <= 0 || of <= 0 || (kind === 'moreThan' ? parts >= of : parts > of);
}

/** E6. */
export function otherRefusal({ people, scrutineers }: Hall, paper: ElectionPaper, person: string): Verdict | null {
  if (paper.writeIns === 'none') return 'WriteInsNotAllowed';
  const role = people.get(person);
  if (role !== 'member') return role ? 'NotAMember' : 'UnknownPerson';
  if (paper.candidates.some((one) => one.person === person)) return 'AlreadyCandidate';
  return scrutineers.has(person) ? 'ScrutineerIsCandidate' : null;
}

export type Preparing = 'TableElection' | 'ReviseElection' | 'WithdrawElection';

export const preparingRules: Rules<Preparing> = {
  TableElection: (hall, { electionId: id, paper }) => {
    if (hall.elections.has(id)) return 'ElectionIdTaken';
    if (unfit(hall, paper)) return 'InvalidElection';
    const none = { form: '', box: null, clock: false, eligible: 0, electors: [], due: 0, stood: [], seated: [], results: [] };
    const given = { ballots: new Map(), entered: new Map(), counts: new Map(), confirmed: new Set<string>() };
    hall.elections.set(id, { phase: 'tabled', paper, whole: paper, round: 0, voids: 0, quorum: [0, 0], ...none, ...given });
    return 'done';
  },
  ReviseElection: (hall, { electionId: id, paper }) => {
    const one = hall.elections.get(id);
    if (one?.phase !== 'tabled') return one ? 'ElectionAlreadyPut' : 'UnknownElection';
    if (unfit(hall, paper)) return 'InvalidElection';
    if (JSON.stringify(paperIn(one.paper)) === JSON.stringify(paperIn(paper))) return 'silent';
    Object.assign(one, { paper, whole: paper });
    return 'done';
  },
  WithdrawElection: ({ elections }, { electionId: id }) => {
    const one = elections.get(id);
    if (one?.phase !== 'tabled') return one ? 'ElectionAlreadyPut' : 'UnknownElection';
    elections.delete(id);
    return 'done';
  },
};
