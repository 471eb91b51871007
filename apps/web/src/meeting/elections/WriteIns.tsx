// Knows how another member of the roll is found and marked; not how a ballot is sent.
import { writeInId, writeInRefusal, type CandidateId, type Marks } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/Field.tsx';
import { electionBallotWords as words } from '../../words/zh/election-ballot.ts';
import { memberWords } from '../../words/zh/member.ts';
import { findPeople } from '../office/find-people.ts';
import type { ElectionAt } from '../shared/elections.ts';
import { affiliation, fullName } from '../shared/people.ts';
import look from './ElectionBallot.module.css';

interface WriteInsProps {
  readonly election: ElectionAt<'open'>;
  readonly marks: Marks;
  readonly full: boolean;
  readonly onPick: (id: CandidateId) => void;
  readonly onFull: () => void;
}

/** More than anybody would scroll through; letters narrow it down. */
const shownAtMost = 30;

export function WriteIns({ election, marks, full, onPick, onFull }: WriteInsProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button wide onClick={() => (full ? onFull() : setOpen(true))}>
        {words.other}
      </Button>
      {open && (
        <Finding
          {...{ election, marks }}
          onClose={() => setOpen(false)}
          onPick={(id) => {
            setOpen(false);
            onPick(id);
          }}
        />
      )}
    </>
  );
}

interface FindingProps extends Pick<WriteInsProps, 'election' | 'marks' | 'onPick'> {
  readonly onClose: () => void;
}

function Finding({ election, marks, onPick, onClose }: FindingProps) {
  const meeting = useMeeting();
  const [typed, setTyped] = useState('');
  const eligible = meeting.roll.attendees.filter(
    ({ person }) => !writeInRefusal(election.paper, meeting, person) && !marks.includes(writeInId(person)),
  );
  const found = findPeople(eligible, typed);
  return (
    <Dialog open title={words.other} onClose={onClose} acts={<Button onClick={onClose}>{memberWords.reviewBack}</Button>}>
      <TextField label={words.otherHint} placeholder={words.otherFind} value={typed} onText={setTyped} autoComplete="off" />
      <ul className={look['found']} aria-label={words.other}>
        {found.slice(0, shownAtMost).map((attendee) => (
          <li key={attendee.person}>
            <button type="button" className={look['person']} onClick={() => onPick(writeInId(attendee.person))}>
              {fullName(attendee)} <span className="small muted">{affiliation(attendee)}</span>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="muted">{words.otherNone}</p>}
      {found.length > shownAtMost && <p className="small muted">{words.otherMore(found.length - shownAtMost)}</p>}
    </Dialog>
  );
}
