// Knows how an election that leads somewhere is made up: tabled, held, perhaps run off; not the answers.
import { candidateId, electionId, type PersonId } from '@xieshang/meeting';
import { electionPaper, li, mishu, mishu2, wang, wei, zhang, zhuchi } from '@xieshang/meeting/testing';
import fc from 'fast-check';
import type { Ask } from './cells.ts';
import type { Round } from './course.ts';

const at = (...asks: readonly Ask[]): Round => ({ ms: 1000, asks });
const members = [zhang, li, wang];
const ids = ['c1', 'c2', 'c3'].map(candidateId);
const marks = fc.option(fc.subarray(ids, { maxLength: 2 }), { nil: null });

export const election: fc.Arbitrary<readonly Round[]> = fc
  .record({
    id: fc.constantFrom('e1', 'e2').map(electionId),
    seats: fc.constantFrom(1, 2),
    rule: fc.constantFrom('plurality' as const, { base: 'cast', threshold: { kind: 'moreThan', parts: 1, of: 4 } } as const),
    form: fc.constantFrom('named', 'named', 'paper'),
    ballots: fc.tuple(marks, marks, marks),
    writeIn: fc.boolean(),
    entered: fc.option(fc.subarray(ids, { maxLength: 2 })),
    second: fc.constantFrom('runOff', 'whole', 'void'),
  })
  .map(({ id, seats, rule, form, ballots, writeIn, entered, second }) => {
    const cast = ballots.flatMap((chosen, place): Ask[] => {
      const others: readonly PersonId[] = writeIn && place === 0 ? [wei] : [];
      return chosen ? [[members[place] ?? zhang, { type: 'CastElection', electionId: id, chosen, writeIns: others }]] : [];
    });
    const enter =
      entered &&
      ({ type: 'EnterElection', electionId: id, voter: wang, ballot: { chosen: entered, writeIns: [] }, reason: '平板故障' } as const);
    const votes = ids.slice(0, seats).map((one) => ({ candidateId: one, votes: 1 }));
    const count = { type: 'EnterElectionCount', electionId: id, marked: 1, blank: 0, spoilt: 1, votes, writeIns: [] } as const;
    const close = (round: number): Ask => [zhuchi, { type: 'CloseElection', electionId: id, round }];
    const again = { type: 'RepeatElection', electionId: id, reason: '' } as const;
    return [
      at([mishu, { type: 'TableElection', electionId: id, paper: electionPaper({ seats, rule }) }]),
      at([zhuchi, { type: 'OpenElection', electionId: id, terms: { form } }]),
      ...(cast.length > 0 ? [at(...cast)] : []),
      ...(enter ? [at([mishu, enter], [mishu2, { ...enter, ballot: null }]), at([mishu, enter])] : []),
      at([mishu, count], [mishu2, count]),
      ...(second === 'void' ? [at([zhuchi, { type: 'VoidElection', electionId: id, reason: '' }])] : []),
      at(close(1), [li, { type: 'CastElection', electionId: id, chosen: ids.slice(0, 1), writeIns: [] }]),
      at([zhuchi, second === 'runOff' ? { ...again, candidates: ids.slice(1) } : again]),
      at([zhang, { type: 'CastElection', electionId: id, chosen: ids.slice(1, 2), writeIns: [], round: 2 }]),
      at(close(1)),
      at(close(2)),
      at([zhuchi, { type: 'AnnounceElection', electionId: id, round: 1 }]),
      at([zhuchi, { type: 'AnnounceElection', electionId: id }]),
    ];
  });
