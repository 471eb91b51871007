// Knows which pages have said that a log is not what they saw; keeps nothing that outlives the process: they say it again.
import type { MeetingId } from '@xieshang/meeting';
import type { Hash } from '@xieshang/protocol';
import type { EventLog } from '@xieshang/room';

/** `same`: the log has that head there. `fork`: it has another one, or does not go so far. */
export type Compared = 'same' | 'fork';

export interface Forks {
  /** Holds the log against a head that a page saw, which no restoration explained to it. A fork is remembered. */
  report(meeting: MeetingId, seen: { readonly seq: number; readonly head: Hash }): Promise<Compared>;
  isReported(meeting: MeetingId): boolean;
}

export function openForks({ log }: { readonly log: Pick<EventLog, 'read'> }): Forks {
  const reported = new Set<MeetingId>();
  return {
    report: async (meeting, { seq, head }) => {
      const [there] = await log.read(meeting, seq - 1);
      if (there?.hash === head) return 'same';
      reported.add(meeting);
      return 'fork';
    },
    isReported: (meeting) => reported.has(meeting),
  };
}
