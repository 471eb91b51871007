// Knows a small election for tests and how to make up commands about it; not what the answer should be.
import fc from 'fast-check';
import type { ElectionCommand, ElectionPaper } from '../elections/index.ts';
import { candidateId, electionId, personId, type PersonId } from '../ids.ts';
import { li, rules, wang, wei, zhang } from './builders.ts';

export const e1 = electionId('e1');
export const c1 = candidateId('c1');
export const c2 = candidateId('c2');
export const c3 = candidateId('c3');

/** Two seats, three candidates, one of them of the roll; others of the roll may be written in. */
export const electionPaper = (otherwise: Partial<ElectionPaper> = {}): ElectionPaper => ({
  title: '推选召集人',
  seats: 2,
  candidates: [
    { candidateId: c1, name: '王委员', person: wang },
    { candidateId: c2, name: '买买提·艾力', note: '市科学技术局' },
    { candidateId: c3, name: '欧阳委员' },
  ],
  writeIns: 'fromRoll',
  rule: rules.vote,
  ...otherwise,
});

type Body<Type extends ElectionCommand['type']> = Omit<Extract<ElectionCommand, { type: Type }>, 'type'>;

/** What is made up about elections: mostly the small one, sometimes ids that every object has something under. */
export function electionAsks(hostile: readonly string[], reason: fc.Arbitrary<string>, ms: fc.Arbitrary<number>) {
  const among = <Id>(brand: (text: string) => Id, ...ids: readonly string[]): fc.Arbitrary<Id> =>
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.constantFrom(...hostile) }).map(brand);
  const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined });
  const election = among(electionId, 'e1', 'e1', 'e1', 'e2');
  const candidate = among(candidateId, c1, c1, c2, c3, 'person:wei');
  const person: fc.Arbitrary<PersonId> = among(personId, zhang, li, wei, wang, 'zhuchi', 'stranger');
  const candidates = fc.subarray([...electionPaper().candidates], { minLength: 1 });
  const paper: fc.Arbitrary<ElectionPaper> = fc.record({
    title: reason,
    seats: fc.nat(3),
    candidates: fc.oneof({ weight: 5, arbitrary: candidates }, { weight: 1, arbitrary: fc.constant([]) }),
    writeIns: fc.constantFrom('none', 'fromRoll', 'fromRoll'),
    rule: fc.constantFrom('plurality' as const, rules.vote, { base: 'cast', threshold: { kind: 'atLeast', parts: 2, of: 3 } } as const),
  });
  const terms = fc.constantFrom({ form: 'named' } as const, { form: 'named' } as const, { form: 'paper' } as const);
  const opening = { electionId: election, ms: optional(ms), terms: optional(terms), closing: optional(fc.constantFrom('chair', 'clock')) };
  const ballot = {
    chosen: fc.array(candidate, { maxLength: 3 }),
    writeIns: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(person, { maxLength: 2 }) }),
  };
  const bodies: { readonly [Type in ElectionCommand['type']]: fc.Arbitrary<Body<Type>> } = {
    TableElection: fc.record({ electionId: election, paper }),
    ReviseElection: fc.record({ electionId: election, paper, reason }),
    WithdrawElection: fc.record({ electionId: election, reason }),
    OpenElection: fc.record(opening),
    RepeatElection: fc.record({
      ...opening,
      reason,
      candidates: optional(fc.array(candidate, { minLength: 1, maxLength: 2 })),
    }),
    CastElection: fc.record({
      electionId: election,
      ...ballot,
      round: optional(fc.constantFrom(1, 1, 2)),
    }),
    EnterElection: fc.record({
      electionId: election,
      voter: person,
      ballot: fc.option(fc.record(ballot)),
      reason,
    }),
    EnterElectionCount: fc.record({
      electionId: election,
      marked: fc.nat(3),
      blank: fc.nat(1),
      spoilt: fc.nat(1),
      votes: fc.array(fc.record({ candidateId: candidate, votes: fc.nat(2) }), { maxLength: 2 }),
      writeIns: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.constant([{ person: wei, votes: 1 }]) }),
    }),
    CloseElection: fc.record({ electionId: election }),
    VoidElection: fc.record({ electionId: election, reason }),
    ConfirmElectionCount: fc.record({ electionId: election }),
    AnnounceElection: fc.record({ electionId: election }),
  };
  return bodies;
}
