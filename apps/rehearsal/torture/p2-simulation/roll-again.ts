// Follows who is on the roll, who is here and who watches the count through the bytes of a log alone; takes nothing from the core.

interface Attendee {
  readonly person: string;
  readonly role: string;
}

type RollFact =
  | { readonly type: 'MeetingConvened'; readonly payload: { readonly attendees: readonly Attendee[]; readonly rules: Rules } }
  | { readonly type: 'AttendeeAdded'; readonly payload: { readonly attendee: Attendee } }
  | {
      readonly type: 'AttendeeRemoved' | 'CheckedIn' | 'CheckInUndone' | 'LeftEarly';
      readonly payload: { readonly person: string };
    }
  | { readonly type: 'ScrutineersNamed'; readonly payload: { readonly persons: readonly string[] } };

interface Rules {
  readonly quorum: { readonly kind: string; readonly parts: number; readonly of: number };
}

export interface RollAgain {
  take(fact: { readonly type: string }): void;
  readonly roleOf: (person: string) => string | undefined;
  /** 应到 */
  readonly members: () => readonly string[];
  /** 实到, in the order of the roll. */
  readonly present: () => readonly string[];
  readonly scrutineers: () => readonly string[];
  /** The least number present that makes a quorum. */
  readonly least: () => number;
}

export function rollAgain(): RollAgain {
  let list: readonly Attendee[] = [];
  let judges: readonly string[] = [];
  let quorum: Rules['quorum'] = { kind: 'moreThan', parts: 1, of: 2 };
  const here = new Set<string>();
  const members = (): readonly string[] => list.filter(({ role }) => role === 'member').map(({ person }) => person);
  const take = (fact: RollFact): void => {
    switch (fact.type) {
      case 'MeetingConvened':
        ({ attendees: list } = fact.payload);
        ({ quorum } = fact.payload.rules);
        break;
      case 'AttendeeAdded':
        list = [...list, fact.payload.attendee];
        break;
      case 'AttendeeRemoved':
        list = list.filter(({ person }) => person !== fact.payload.person);
        here.delete(fact.payload.person);
        break;
      case 'CheckedIn':
        here.add(fact.payload.person);
        break;
      case 'CheckInUndone':
      case 'LeftEarly':
        here.delete(fact.payload.person);
        break;
      case 'ScrutineersNamed':
        judges = fact.payload.persons;
    }
  };
  return {
    // Facts of other kinds pass by.
    take: (fact) => take(fact as RollFact),
    roleOf: (person) => list.find((one) => one.person === person)?.role,
    members,
    present: () => members().filter((person) => here.has(person)),
    scrutineers: () => judges,
    least: () => {
      let least = 1;
      const base = members().length;
      while (quorum.kind === 'moreThan' ? least * quorum.of <= base * quorum.parts : least * quorum.of < base * quorum.parts) least += 1;
      return least;
    },
  };
}
