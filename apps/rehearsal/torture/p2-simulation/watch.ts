// Watches a host from both sides: what it acknowledges and tells must be safe on the disk at that moment, and told to nobody who may not know it. Decides nothing.
import { attendeeOf, type Command, type PersonId, type VoteId } from '@xieshang/meeting';
import type { Answer, Delivery } from '@xieshang/protocol';
import { deliveriesOf, type Host, type Sender } from '@xieshang/room';
import type { Disk } from './disk.ts';
import { factReaders, toldTooMuch } from './may-see.ts';

/** A promise of the laws that was not kept, with the figure it counts for. */
export interface Fault {
  readonly figure: 'lost' | 'dup' | 'gaps' | 'forks' | 'behind' | 'contradicted' | 'leaked' | 'bugs';
  readonly sentence: string;
}

/** Everything anybody has been told, with how each fact was told first. */
export interface Told {
  readonly facts: Map<number, Delivery>;
  newest: number;
  acks: number;
  /** Votes that were acknowledged, with the fact they were acknowledged up to. */
  readonly votes: { readonly seq: number; readonly by: PersonId; readonly vote: Vote }[];
  /** Every sealed ballot that has reached a host. */
  readonly sealed: Ballot[];
  /** Those that were acknowledged. */
  readonly ballots: Ballot[];
}

interface Ballot {
  readonly voter: PersonId;
  readonly vote: VoteId;
  readonly revision: number;
  readonly ciphertext: string;
}

type Vote = Extract<Command, { type: 'CastVote' | 'CastElection' }>;

const ballotOf = ({ voteId, revision, ciphertext }: Extract<Command, { type: 'CastSealedBallot' }>, voter: PersonId): Ballot => ({
  ...{ voter, vote: voteId, revision, ciphertext },
});

export function watched(host: Host, disk: Disk, told: Told, found: (fault: Fault) => void): Host {
  const mayRead = factReaders();
  const isOffice = (person: PersonId): boolean => {
    const { state } = host.history();
    const role = state.phase === 'notConvened' ? undefined : attendeeOf(state.roll, person)?.role;
    return role === 'moderator' || role === 'secretary';
  };
  const hear = (person: PersonId, deliveries: readonly Delivery[]): void => {
    const reader = { person, isOffice: isOffice(person) };
    for (const delivery of deliveries) {
      if ('bytes' in delivery && !mayRead(delivery.bytes, reader))
        found({ figure: 'leaked', sentence: `${person} 看到了第 ${delivery.seq} 条事实里别人的选票` });
      const { seq } = delivery;
      const safe = disk.events()[seq - 1];
      if (!safe) found({ figure: 'lost', sentence: `第 ${seq} 条事实还没有落盘就告诉了人` });
      else if ('bytes' in delivery && delivery.bytes !== safe.bytes) found({ figure: 'forks', sentence: `第 ${seq} 条事实与盘上的不同` });
      if (!told.facts.has(seq) || 'bytes' in delivery) told.facts.set(seq, delivery);
      told.newest = Math.max(told.newest, seq);
    }
  };
  /** Nobody but the box has a sealed ballot either. */
  const seen = (person: PersonId, shared: string): void => {
    const sentence = toldTooMuch(shared, isOffice(person));
    if (sentence !== null) found({ figure: 'leaked', sentence: `${person}：${sentence}` });
    if (told.sealed.some(({ ciphertext }) => ciphertext.length > 3 && shared.includes(JSON.stringify(ciphertext))))
      found({ figure: 'leaked', sentence: `${person} 看到了一张密票` });
  };
  const acknowledge = (body: Command, { command, by }: Sender, answer: Answer): void => {
    if (!answer.ok) return;
    told.acks += 1;
    if (body.type === 'CastVote' || body.type === 'CastElection') told.votes.push({ seq: answer.seq, by, vote: body });
    if (body.type === 'CastSealedBallot') return acknowledgeBallot(ballotOf(body, by));
    const stored = disk.answers().get(command);
    if (!stored) found({ figure: 'lost', sentence: `${command} 还没有落盘就确认了` });
    else if (stored.by !== by || stored.seq !== answer.seq)
      found({ figure: 'contradicted', sentence: `${command} 的确认（${answer.seq}）与盘上的（${stored.seq}）不同` });
  };
  const acknowledgeBallot = (ballot: Ballot): void => {
    told.ballots.push(ballot);
    const { vote, voter, revision } = ballot;
    const isSafe = disk.ballots().some((kept) => kept.vote === vote && kept.voter === voter && kept.revision >= revision);
    if (!isSafe) found({ figure: 'lost', sentence: `${voter} 在 ${vote} 的密票还没有落盘就确认了` });
  };
  return {
    ...host,
    submit: async (body, sender) => {
      if (body.type === 'CastSealedBallot') told.sealed.push(ballotOf(body, sender.by));
      const answer = await host.submit(body, sender);
      acknowledge(body, sender, answer);
      return answer;
    },
    attend: (attendance, lastSeq) => {
      const seat = host.attend(
        {
          ...attendance,
          hear: (fresh) => {
            hear(attendance.person, deliveriesOf(fresh));
            attendance.hear(fresh);
          },
        },
        lastSeq,
      );
      if ('events' in seat.missed) hear(attendance.person, seat.missed.events);
      else seen(attendance.person, seat.missed.snapshot.shared);
      if ('snapshot' in seat.missed && seat.seq > disk.events().length)
        found({ figure: 'lost', sentence: `第 ${seat.seq} 条事实还没有落盘就给了来人` });
      told.newest = Math.max(told.newest, seat.seq);
      return seat;
    },
  };
}
