// A log that keeps its promises in memory; knows no disk.
import type { Append, EventLog, StoredAnswer, StoredEvent } from '../ports.ts';

export function memoryLog(): EventLog {
  const events = new Map<string, readonly StoredEvent[]>();
  const answers = new Map<string, readonly StoredAnswer[]>();
  return {
    append: ({ meeting, after, events: fresh, answers: given }: Append) => {
      const held = events.get(meeting) ?? [];
      const known = answers.get(meeting) ?? [];
      const answered = known.some(({ command }) => given.some((one) => one.command === command));
      if (held.length !== after || answered) return Promise.resolve('conflict');
      events.set(meeting, [...held, ...fresh]);
      answers.set(meeting, [...known, ...given]);
      return Promise.resolve('appended');
    },
    read: (meeting, after) => Promise.resolve((events.get(meeting) ?? []).slice(after)),
    answers: (meeting) => Promise.resolve(answers.get(meeting) ?? []),
  };
}
