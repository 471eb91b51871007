// Knows how a ballot of an election is kept while it is filled in, and sent; not how it looks.
import { writeInId, type Marks } from '@xieshang/meeting';
import type { Pending } from '@xieshang/room';
import { useState } from 'react';
import { useLive, useSend, useViewer } from '../../live/index.ts';
import { electionKey, type NamedElection } from '../shared/elections.ts';
import { electionLine, sent, type ElectionLine } from './ballot-line.ts';

export interface ElectionBallotHeld {
  line(election: NamedElection): ElectionLine;
  mark(election: NamedElection, marks: Marks): void;
  submit(election: NamedElection, marks: Marks): void;
}

/** To be held by what stays mounted for the whole meeting: reading the papers between does not empty a ballot. */
export function useElectionBallot(): ElectionBallotHeld {
  const { pending, answered } = useLive();
  const { send } = useSend();
  const { person } = useViewer();
  const [picks, setPicks] = useState<Readonly<Record<string, Marks>>>({});
  const isOf =
    ({ electionId, round }: NamedElection) =>
    ({ body }: Pending): boolean =>
      body.type === 'CastElection' && body.electionId === electionId && body.round === round;
  const line = (election: NamedElection): ElectionLine => {
    const underWay = pending.findLast(isOf(election))?.body;
    const last = answered.findLast(isOf(election))?.answer;
    return electionLine(election, person, picks[electionKey(election)], {
      underWay: underWay?.type === 'CastElection' ? [...underWay.chosen, ...underWay.writeIns.map(writeInId)] : undefined,
      refused: last && !last.ok ? last.refusal : null,
    });
  };
  const mark = (election: NamedElection, marks: Marks): void => setPicks((before) => ({ ...before, [electionKey(election)]: marks }));
  const submit = (election: NamedElection, marks: Marks): void => {
    const { electionId, round } = election;
    void send({ type: 'CastElection', electionId, round, ...sent(election, marks) });
    setPicks((before) => Object.fromEntries(Object.entries(before).filter(([key]) => key !== electionKey(election))));
  };
  return { line, mark, submit };
}
