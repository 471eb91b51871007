// Knows what each fact of a meeting changes in the list of meetings; keeps no fact, and can be rebuilt from the logs at any time.
import type { MeetingId } from '@xieshang/meeting';
import { readRecord, type ReadRecord } from '@xieshang/protocol';
import type { MeetingListWriter, MeetingPhase } from '../ports.ts';
import { mayBe } from './fact-type.ts';

interface Logged {
  readonly bytes: string;
}

/** Facts that do nothing but change the phase. */
const phases: Partial<Record<ReadRecord['type'], MeetingPhase>> = {
  MeetingOpened: 'inSession',
  MeetingSuspended: 'suspended',
  MeetingResumed: 'inSession',
  MeetingConcluded: 'concluded',
  MeetingCancelled: 'cancelled',
};

/** Brings the list up to facts that are already on disk, in order; the same ones again change nothing in the end. */
export const meetingReadModel =
  (list: MeetingListWriter) =>
  async (meeting: MeetingId, events: readonly Logged[]): Promise<void> => {
    for (const { bytes } of events) if (mayBe(listed, bytes)) await applyToMeetingList(list, readRecord(bytes), meeting);
  };

const listed: ReadonlySet<string> = new Set<ReadRecord['type']>([
  'MeetingConvened',
  'MeetingOpened',
  'MeetingSuspended',
  'MeetingResumed',
  'MeetingConcluded',
  'MeetingCancelled',
  'MeetingPostponed',
  'AttendeeAdded',
  'AttendeeRemoved',
  'MaterialAdded',
  'MembersMaterialAdded',
  'MaterialWithdrawn',
  'MinutesIssued',
  'OpenItemClosed',
]);

export async function applyToMeetingList(list: MeetingListWriter, event: ReadRecord, meeting: MeetingId): Promise<void> {
  const phase = phases[event.type];
  if (phase) return list.patch(meeting, { phase });
  switch (event.type) {
    case 'MeetingConvened': {
      const { notice, stages, attendees, materials } = event.payload;
      const plannedMinutes = stages.reduce((sum, { minutes }) => sum + minutes, 0);
      const seats = attendees.map(({ person, role, name }) => ({ person, role, name }));
      await list.put({ ...notice, meeting, phase: 'convened', plannedMinutes }, seats);
      for (const { materialId, circle } of materials) await list.showMaterial(meeting, materialId, circle);
      return;
    }
    case 'MeetingPostponed':
      return list.patch(meeting, { startsAt: event.payload.startsAt });
    case 'AttendeeAdded': {
      const { person, role, name } = event.payload.attendee;
      return list.seat(meeting, { person, role, name });
    }
    case 'AttendeeRemoved':
      return list.unseat(meeting, event.payload.person);
    case 'MaterialAdded':
    case 'MembersMaterialAdded': {
      const { materialId, circle } = event.payload.material;
      return list.showMaterial(meeting, materialId, circle);
    }
    case 'MaterialWithdrawn':
      return list.showMaterial(meeting, event.payload.materialId, null);
    case 'MinutesIssued':
      return list.number(meeting, event.payload.number, event.at);
    case 'OpenItemClosed': {
      const { from, item, reference } = event.payload;
      return list.closeItem({ from, item, reference, meeting, at: event.at });
    }
    default:
      return;
  }
}
