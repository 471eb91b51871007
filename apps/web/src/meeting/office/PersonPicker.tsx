// Knows how one person is found among many by a few letters; not what the person is wanted for.
import type { Attendee, PersonId } from '@xieshang/meeting';
import { useState, type ReactNode } from 'react';
import { TextField } from '../../ui/Field.tsx';
import { officeWords as words } from '../../words/zh/office.ts';
import { affiliation, fullName } from '../shared/people.ts';
import look from './choices.module.css';
import { findPeople } from './find-people.ts';

interface PersonPickerProps {
  readonly people: readonly Attendee[];
  readonly chosen: PersonId | null;
  readonly onChoose: (person: PersonId) => void;
  readonly label: string;
  readonly error?: string | undefined;
  /** A word beside a person. */
  readonly remark?: (person: Attendee) => ReactNode;
}

/** More than anybody would scroll through; letters narrow it down. */
const shownAtMost = 40;

export function PersonPicker({ people, chosen, onChoose, label, error, remark }: PersonPickerProps) {
  const [typed, setTyped] = useState('');
  const found = findPeople(people, typed);
  const first = found[0];
  return (
    <div className="stack">
      <TextField
        label={label}
        value={typed}
        onText={setTyped}
        error={error}
        placeholder={words.findPerson}
        autoComplete="off"
        onKeyDown={(event) => {
          // Enter takes the only one left, and does not send the form.
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          if (first && typed !== '') onChoose(first.person);
        }}
      />
      <div className={look['found']} role="group" aria-label={label}>
        {found.slice(0, shownAtMost).map((attendee) => (
          <button
            key={attendee.person}
            type="button"
            className={look['person']}
            aria-pressed={attendee.person === chosen}
            onClick={() => onChoose(attendee.person)}
          >
            <span>
              {fullName(attendee)} <span className="small muted">{affiliation(attendee)}</span>
            </span>
            {remark?.(attendee)}
          </button>
        ))}
        {found.length === 0 && <p className={look['more']}>{words.nobodyFound}</p>}
        {found.length > shownAtMost && <p className={look['more']}>{words.moreFound(found.length - shownAtMost)}</p>}
      </div>
    </div>
  );
}
