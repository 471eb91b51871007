// Knows who listens to a meeting and what each of them may be told (law 6); not how it reaches them.
import {
  attendeeOf,
  audienceOf,
  circleOf,
  ownPart,
  reaches,
  sharedView,
  type Attendee,
  type Audience,
  type Circle,
  type PersonId,
  type Role,
} from '@xieshang/meeting';
import type { Delivery, Hash, Snapshot } from '@xieshang/protocol';
import type { Fact, History } from './history.ts';

export interface Attendance {
  readonly person: PersonId;
  /** The role is read from the roll at every fact: a removed attendee is told what observers are. */
  readonly hear: (told: Told) => void;
}

/** Fresh facts as one person hears them: most of it is the same object for many, so that it need be encoded only once. */
export interface Told {
  /** As all of the person's circle hear them. */
  readonly shared: readonly Delivery[];
  /** What this person reads beyond the circle: it stands in place of what is shared there. */
  readonly own: readonly { readonly place: number; readonly delivery: Delivery }[];
  /** One for each circle of a meeting: what is told through it follows one on the other. */
  readonly channel: Channel;
}

export interface Channel {
  readonly circle: Circle;
}

/** The same as one list. */
export const deliveriesOf = ({ shared, own }: Pick<Told, 'shared' | 'own'>): readonly Delivery[] => {
  if (own.length === 0) return shared;
  const list = [...shared];
  for (const { place, delivery } of own) list[place] = delivery;
  return list;
};

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
  /** F12. Whether somebody listens, on whatever device. */
  isSeated(person: PersonId): boolean;
  isEmpty(): boolean;
  /** V20. Who of the roll has no seat; nobody while the hall is empty, when nothing can be known of it. */
  outOfReach(): readonly PersonId[];
}

/** `failed` hears of a listener that throws; the others hear the facts all the same. `seatsChanged`: somebody came or went. */
export function audienceHall(
  present: () => { readonly history: History; readonly facts: readonly Fact[] },
  failed: (error: unknown) => void,
  seatsChanged: () => void = () => undefined,
): Hall {
  const seats = new Map<Attendance, Circle>();
  /** How many seats each person has. */
  const seatsOf = new Map<PersonId, number>();
  /** The list that the circles of the seats were read from: a new one is there whenever somebody's place has changed. */
  let seatedBy: readonly Attendee[] | null = null;
  const channels = new Map<Circle, Channel>();
  const encoded = new Map<Circle, { readonly seq: number; readonly shared: string }>();

  const roleOf = (person: PersonId): Role => {
    const { state } = present().history;
    const attendee = state.phase === 'notConvened' ? undefined : attendeeOf(state.roll, person);
    return attendee?.role ?? 'observer';
  };

  const shared = (circle: Circle): string => {
    const { seq, state } = present().history;
    const kept = encoded.get(circle);
    if (kept?.seq === seq) return kept.shared;
    const fresh = { seq, shared: JSON.stringify(sharedView(state, circle)) };
    encoded.set(circle, fresh);
    return fresh.shared;
  };

  const reseat = (): void => {
    const { state } = present().history;
    const attendees = state.phase === 'notConvened' ? null : state.roll.attendees;
    if (attendees === seatedBy) return;
    seatedBy = attendees;
    for (const attendance of seats.keys()) seats.set(attendance, circleOf(roleOf(attendance.person)));
  };

  const count = (person: PersonId, more: 1 | -1): void => {
    const seated = (seatsOf.get(person) ?? 0) + more;
    if (seated > 0) seatsOf.set(person, seated);
    else seatsOf.delete(person);
    seatsChanged();
  };

  const attend = (attendance: Attendance, lastSeq: number): Seat => {
    const { history, facts } = present();
    const { seq, head, state } = history;
    const viewer = { person: attendance.person, role: roleOf(attendance.person) };
    seats.set(attendance, circleOf(viewer.role));
    count(viewer.person, 1);
    const leave = (): void => {
      if (seats.delete(attendance)) count(viewer.person, -1);
    };
    const followable = lastSeq > 0 && lastSeq <= seq && seq - lastSeq <= factsPerCatchUp;
    if (followable) {
      const events = facts.slice(lastSeq).map((fact) => (reaches(audienceOf(fact.record), viewer) ? open(fact) : sealed(fact)));
      return { seq, head, leave, missed: { events } };
    }
    const snapshot = { shared: shared(circleOf(viewer.role)), own: JSON.stringify(ownPart(state, viewer.person)) };
    return { seq, head, leave, missed: { snapshot } };
  };

  /** One object for all of a circle; only those named in a fact get one of their own, with what differs. */
  const tell = (fresh: readonly Fact[]): void => {
    const audiences = fresh.map(({ record }) => audienceOf(record));
    const places = placesByPerson(audiences);
    const heard = new Map<Circle, Told>();
    const toCircle = (circle: Circle): Told => {
      const kept = heard.get(circle);
      if (kept) return kept;
      const shared = fresh.map((fact, place) => (audiences[place]?.circles.includes(circle) ? open(fact) : sealed(fact)));
      const channel = channels.get(circle) ?? { circle };
      channels.set(circle, channel);
      const told = { shared, own: [], channel };
      heard.set(circle, told);
      return told;
    };
    const ownAt = (named: readonly number[], circle: Circle): Told['own'] =>
      named.flatMap((place) => {
        const fact = fresh[place];
        return fact && !audiences[place]?.circles.includes(circle) ? [{ place, delivery: open(fact) }] : [];
      });
    reseat();
    let latest: Told | undefined;
    for (const [{ person, hear }, circle] of seats) {
      // Seats of one circle mostly follow on one another.
      const told = latest?.channel.circle === circle ? latest : toCircle(circle);
      latest = told;
      // Of a hall nearly nobody is named in a vote: for the others nothing is made.
      const named = places.get(person);
      const own = named === undefined ? told.own : ownAt(named, circle);
      try {
        hear(own.length === 0 ? told : { ...told, own });
      } catch (error) {
        failed(error);
      }
    }
  };

  const outOfReach = (): readonly PersonId[] => {
    const { state } = present().history;
    if (seats.size === 0 || state.phase === 'notConvened') return [];
    return state.roll.attendees.map(({ person }) => person).filter((person) => !seatsOf.has(person));
  };

  return { attend, tell, isSeated: (person) => seatsOf.has(person), isEmpty: () => seats.size === 0, outOfReach };
}

/** Where each person is named. */
function placesByPerson(audiences: readonly Audience[]): ReadonlyMap<PersonId, readonly number[]> {
  const places = new Map<PersonId, number[]>();
  audiences.forEach(({ persons }, place) => {
    for (const person of persons) {
      const kept = places.get(person);
      if (kept) kept.push(place);
      else places.set(person, [place]);
    }
  });
  return places;
}

const open = ({ stored }: Fact): Delivery => ({ seq: stored.seq, bytes: stored.bytes });
const sealed = ({ stored, digest }: Fact): Delivery => ({ seq: stored.seq, digest });
