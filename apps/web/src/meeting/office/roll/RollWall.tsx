// Knows the live wall of names: who is here, by line, on leave, gone or awaited; a press opens the person.
import type { Attendee, PersonId, Role } from '@xieshang/meeting';
import { memo, useState } from 'react';
import { useMeeting, useNote } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { officeRollWords as words } from '../../../words/zh/office-roll.ts';
import { officeWords } from '../../../words/zh/office.ts';
import { affiliation, fullName } from '../../shared/people.ts';
import { findPeople } from '../find-people.ts';
import { PersonDialog } from './PersonDialog.tsx';
import look from './roll.module.css';
import { filters, isShown, stateOf, type Filter, type State } from './whereabouts.ts';
import { Heading } from '../Heading.tsx';

const groups: readonly Role[] = ['member', 'departmentRep', 'moderator', 'secretary', 'observer'];
/** More than this many want a way to look for one. */
const many = 40;

export function RollWall() {
  const { roll } = useMeeting();
  const [filter, setFilter] = useState<Filter>('all');
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<PersonId | null>(null);
  const people = findPeople(roll.attendees, typed).filter((one) => isShown(stateOf(roll, one), filter));
  return (
    <Card className={look['wall']} aria-label={words.wall}>
      <div className={look['head']}>
        <Heading>{words.wall}</Heading>
        {roll.attendees.length > many && (
          <input
            type="search"
            className={look['find']}
            aria-label={words.find}
            placeholder={officeWords.findPerson}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
        <div className={look['filters']} role="group" aria-label={words.show}>
          {filters.map((one) => (
            <Button
              key={one}
              size="small"
              kind="quiet"
              aria-pressed={filter === one}
              className={filter === one ? (look['on'] ?? '') : ''}
              onClick={() => setFilter(one)}
            >
              {words.shown[one]}
            </Button>
          ))}
        </div>
      </div>
      {people.length === 0 && <p className="muted">{roll.attendees.length === 0 ? words.emptyRoll : words.nobody}</p>}
      {groups.map((role) => (
        <Group key={role} role={role} people={people.filter((one) => one.role === role)} onOpen={setOpened} />
      ))}
      {opened && <PersonDialog person={opened} onClose={() => setOpened(null)} />}
    </Card>
  );
}

interface GroupProps {
  readonly role: Role;
  readonly people: readonly Attendee[];
  readonly onOpen: (person: PersonId) => void;
}

function Group({ role, people, onOpen }: GroupProps) {
  const { roll } = useMeeting();
  const { onlinePersons } = useNote();
  if (people.length === 0) return null;
  const online = new Set<string>(onlinePersons ?? []);
  return (
    <section>
      <h3 className={look['group']}>
        {words.group[role]} <span className="num">{people.length}</span>
      </h3>
      <ul className={look['names']} data-long={role === 'departmentRep'}>
        {people.map((one) => {
          return <Name key={one.person} attendee={one} state={stateOf(roll, one)} online={online.has(one.person)} onOpen={onOpen} />;
        })}
      </ul>
    </section>
  );
}

interface NameProps {
  readonly attendee: Attendee;
  readonly state: State;
  readonly online: boolean;
  readonly onOpen: (person: PersonId) => void;
}

/** Of a thousand names only those are drawn anew whose state has changed. */
const Name = memo(function Name({ attendee, state, online, onOpen }: NameProps) {
  return (
    <li>
      <button type="button" className={look['name']} data-state={state} onClick={() => onOpen(attendee.person)}>
        <span className={look['who']}>
          {attendee.role === 'departmentRep' ? (attendee.unit ?? fullName(attendee)) : fullName(attendee)}
          {online && <i className={look['online']} title={words.deviceOn} />}
        </span>
        <span className={look['state']}>{words.state[state]}</span>
        <span className="visually-hidden">{[affiliation(attendee), online ? words.deviceOn : ''].filter(Boolean).join('，')}</span>
      </button>
    </li>
  );
});
