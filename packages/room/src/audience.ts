// Knows who listens to a meeting and what each of them may be told (law 6); not how it reaches them.
import { audienceOf, circleOf, ownPart, reaches, sharedView, type Circle, type PersonId, type Role } from '@xieshang/meeting';
import type { Delivery, Hash, Snapshot } from '@xieshang/protocol';
import type { Fact, History } from './history.ts';

export interface Attendance {
  readonly person: PersonId;
  /** The role is read from the roll at every fact: a removed attendee is told what observers are. */
  readonly hear: (deliveries: readonly Delivery[]) => void;
}

/** What a newcomer is handed; `leave` gives up the seat. */
export interface Seat {
  readonly seq: number;
  readonly head: Hash;
  readonly missed: { readonly events: readonly Delivery[] } | { readonly snapshot: Snapshot };
  readonly leave: () => void;
}

/** Longer absences get a snapshot instead of the facts. */
const factsPerCatchUp = 2000;

export interface Hall {
  attend(attendance: Attendance, lastSeq: number): Seat;
  tell(fresh: readonly Fact[]): void;
}

/** `failed` hears of a listener that throws; the others hear the facts all the same. */
export function audienceHall(
  present: () => { readonly history: History; readonly facts: readonly Fact[] },
  failed: (error: unknown) => void,
): Hall {
  const seats = new Set<Attendance>();
  const encoded = new Map<Circle, { readonly seq: number; readonly shared: string }>();

  const roleOf = (person: PersonId): Role => {
    const { state } = present().history;
    const role = state.phase === 'notConvened' ? undefined : state.roll.attendees.find((one) => one.person === person)?.role;
    return role ?? 'observer';
  };

  const shared = (circle: Circle): string => {
    const { seq, state } = present().history;
    const kept = encoded.get(circle);
    if (kept?.seq === seq) return kept.shared;
    const fresh = { seq, shared: JSON.stringify(sharedView(state, circle)) };
    encoded.set(circle, fresh);
    return fresh.shared;
  };

  const attend = (attendance: Attendance, lastSeq: number): Seat => {
    const { history, facts } = present();
    const { seq, head, state } = history;
    const viewer = { person: attendance.person, role: roleOf(attendance.person) };
    seats.add(attendance);
    const leave = (): void => void seats.delete(attendance);
    const followable = lastSeq > 0 && lastSeq <= seq && seq - lastSeq <= factsPerCatchUp;
    if (followable) {
      const events = facts.slice(lastSeq).map((fact) => (reaches(audienceOf(fact.record), viewer) ? open(fact) : sealed(fact)));
      return { seq, head, leave, missed: { events } };
    }
    const snapshot = { shared: shared(circleOf(viewer.role)), own: JSON.stringify(ownPart(state, viewer.person)) };
    return { seq, head, leave, missed: { snapshot } };
  };

  /** One list for all of a circle; only those named in a fact get a list of their own. */
  const tell = (fresh: readonly Fact[]): void => {
    const audiences = fresh.map(({ record }) => audienceOf(record));
    const named = new Set(audiences.flatMap(({ persons }) => persons));
    const lists = new Map<Circle, readonly Delivery[]>();
    for (const { person, hear } of seats) {
      const viewer = { person, role: roleOf(person) };
      const circle = circleOf(viewer.role);
      const own = named.has(person);
      const kept = own ? undefined : lists.get(circle);
      const list = kept ?? fresh.map((fact, place) => (reaches(audiences[place] ?? nobody, viewer) ? open(fact) : sealed(fact)));
      if (!own) lists.set(circle, list);
      try {
        hear(list);
      } catch (error) {
        failed(error);
      }
    }
  };

  return { attend, tell };
}

const nobody = { circles: [], persons: [] };
const open = ({ stored }: Fact): Delivery => ({ seq: stored.seq, bytes: stored.bytes });
const sealed = ({ stored, digest }: Fact): Delivery => ({ seq: stored.seq, digest });
