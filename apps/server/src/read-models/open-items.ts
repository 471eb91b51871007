// Knows what meetings left open and where it was closed, as far as somebody may read it; keeps only what can change no more.
import {
  attendeeOf,
  evolve,
  initial,
  mayReadManuscript,
  openItemsOf,
  personId,
  type Meeting,
  type MeetingId,
  type OpenItem,
  type PersonId,
} from '@xieshang/meeting';
import { readRecord } from '@xieshang/protocol';
import type { EventLog } from '@xieshang/room';
import type { GivenNumber, ItemClosing, LeftOpen, MeetingList, OpenItemsReader } from '../ports.ts';

export interface OpenItemsDeps {
  readonly log: Pick<EventLog, 'read'>;
  readonly meetings: Pick<MeetingList, 'find' | 'of' | 'numbered' | 'closings'>;
  /** The state of a convened meeting as it is on disk, or null. */
  readonly state: (meeting: MeetingId) => Promise<Meeting | null>;
}

type Told = Omit<LeftOpen, 'closed'>;

export function openItems({ log, meetings, state }: OpenItemsDeps): OpenItemsReader {
  /** Of issued minutes: what they leave open stands. */
  const standing = new Map<MeetingId, Promise<readonly Told[]>>();

  const leftBy = (meeting: MeetingId): Promise<readonly Told[]> => {
    const known = standing.get(meeting);
    if (known) return known;
    const reading = log.read(meeting, 0).then((events) => told(events.map(({ bytes }) => readRecord(bytes)).reduce(evolve, initial)));
    standing.set(meeting, reading);
    reading.catch(() => standing.delete(meeting));
    return reading;
  };

  return {
    readFor: async (meeting, { account, everything, scope }) => {
      const [now, row] = await Promise.all([state(meeting), meetings.find(meeting)]);
      if (now === null || now.phase === 'notConvened' || row === null) return null;
      if (!everything && !mayReadManuscript(now, personId(account))) return null;
      const [own, numbered, closings] = await Promise.all([meetings.of(account, everything), meetings.numbered(), meetings.closings()]);
      const readable = new Map(
        own
          .filter((one) => (everything || one.role !== 'observer') && (scope === null || scope === one.meeting))
          .map((one) => [one.meeting, one]),
      );
      const closedAs = (closing: ItemClosing | undefined): LeftOpen['closed'] => {
        if (!closing) return null;
        const { meeting: where, reference, at } = closing;
        return { meeting: readable.has(where) ? where : null, title: readable.get(where)?.title ?? null, reference, at };
      };
      const withClosing = (from: MeetingId, items: readonly Told[], until: (closing: ItemClosing) => boolean): readonly LeftOpen[] =>
        items.flatMap((one): LeftOpen[] => {
          const closing = closings.find((each) => each.from === from && each.item === one.item);
          return closing && !until(closing) ? [] : [{ ...one, closed: closedAs(closing) }];
        });
      /** What was closed before this meeting began is none of its business. */
      const stillThere = ({ meeting: where }: ItemClosing): boolean =>
        where === meeting || (own.find((one) => one.meeting === where)?.startsAt ?? Infinity) > row.startsAt;

      const earlier = row.kind === 'rehearsal' ? [] : numbered.filter((one) => one.startsAt < row.startsAt && readable.has(one.meeting));
      const carried: { readonly from: GivenNumber; readonly items: readonly LeftOpen[] }[] = [];
      for (const from of earlier) {
        // A long past is read a meeting at a time: nobody who asks meanwhile waits for all of it.
        await new Promise(setImmediate);
        const items = withClosing(from.meeting, await leftBy(from.meeting), stillThere);
        if (items.length > 0) carried.push({ from, items });
      }
      return { carried, own: now.phase === 'concluded' ? withClosing(meeting, told(now), () => true) : [] };
    },
  };
}

function told(meeting: Meeting): readonly Told[] {
  if (meeting.phase === 'notConvened') return [];
  const named = (person: PersonId | null): string | null => {
    const attendee = person === null ? undefined : attendeeOf(meeting.roll, person);
    return attendee ? (attendee.unit ?? attendee.name) : null;
  };
  const asked = (person: PersonId | null): string | null => (person === null ? null : (attendeeOf(meeting.roll, person)?.name ?? null));
  return openItemsOf(meeting).map(({ asker, department, ...item }: OpenItem): Told => ({
    ...item,
    asker: asked(asker),
    department: named(department),
  }));
}
