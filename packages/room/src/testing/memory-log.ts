// A log that keeps its promises in memory; knows no disk.
import type { Append, EventLog, KeptBallot, StoredAnswer, StoredEvent } from '../ports.ts';

export function memoryLog(): EventLog {
  const events = new Map<string, readonly StoredEvent[]>();
  const answers = new Map<string, readonly StoredAnswer[]>();
  const kept = new Map<string, readonly KeptBallot[]>();
  return {
    append: ({ meeting, after, events: fresh, answers: given, ballots = [] }: Append) => {
      const held = events.get(meeting) ?? [];
      const known = answers.get(meeting) ?? [];
      const answered = known.some(({ command }) => given.some((one) => one.command === command));
      const before = kept.get(meeting) ?? [];
      const outdated = ballots.some((one) => before.some((other) => isSame(one, other) && other.revision >= one.revision));
      if (held.length !== after || answered || outdated) return Promise.resolve('conflict');
      events.set(meeting, [...held, ...fresh]);
      answers.set(meeting, [...known, ...given]);
      const others = before.filter((other) => !ballots.some((one) => isSame(one, other)));
      kept.set(
        meeting,
        [...others, ...ballots].toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
      );
      return Promise.resolve('appended');
    },
    read: (meeting, after) => Promise.resolve((events.get(meeting) ?? []).slice(after)),
    answers: (meeting) => Promise.resolve(answers.get(meeting) ?? []),
    ballots: (meeting) => Promise.resolve(kept.get(meeting) ?? []),
    destroyBallots: (meeting, vote) => {
      kept.set(
        meeting,
        (kept.get(meeting) ?? []).filter((one) => one.vote !== vote),
      );
      return Promise.resolve();
    },
  };
}

const isSame = (one: KeptBallot, other: KeptBallot): boolean => one.vote === other.vote && one.voter === other.voter;
const keyOf = ({ vote, voter }: KeptBallot): string => `${vote} ${voter}`;
