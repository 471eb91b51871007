// Knows how the list of candidates is written: from the roll or by name, in an order; not what else an election says.
import type { Candidate } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { officeElectionWords as words } from '../../../words/zh/office-elections.ts';
import { findPeople } from '../find-people.ts';
import { affiliation, fullName } from '../../shared/people.ts';
import { newCandidateId } from './paper.ts';
import choices from '../choices.module.css';
import vote from '../vote/vote.module.css';
import look from './election.module.css';

interface CandidateEditorProps {
  readonly candidates: readonly Candidate[];
  readonly onChange: (candidates: readonly Candidate[]) => void;
}

/** As many as one ballot can show. */
const most = 50;
const foundAtMost = 8;

export function CandidateEditor({ candidates, onChange }: CandidateEditorProps) {
  const raise = (place: number) =>
    onChange(
      candidates.map((one, at) => (at === place - 1 ? (candidates[place] ?? one) : at === place ? (candidates[place - 1] ?? one) : one)),
    );
  return (
    <fieldset className={look['editor']}>
      <legend>{words.candidates(candidates.length)}</legend>
      {candidates.length > 0 && (
        <ol className={look['candidates']}>
          {candidates.map(({ candidateId, name, note }, place) => (
            <li key={candidateId}>
              <span className={look['place']}>{place + 1}</span>
              <span className="grow">
                <b>{name}</b> {note && <span className="small muted">{note}</span>}
              </span>
              {place > 0 && (
                <Button size="small" kind="quiet" aria-label={words.up(name)} onClick={() => raise(place)}>
                  {words.moveUp}
                </Button>
              )}
              <Button
                size="small"
                kind="quiet"
                aria-label={words.remove(name)}
                onClick={() => onChange(candidates.filter((one) => one.candidateId !== candidateId))}
              >
                {words.removeShort}
              </Button>
            </li>
          ))}
        </ol>
      )}
      {candidates.length < most && (
        <>
          <FromRoll candidates={candidates} onAdd={(one) => onChange([...candidates, one])} />
          <Typed onAdd={(one) => onChange([...candidates, one])} />
        </>
      )}
    </fieldset>
  );
}

function FromRoll({ candidates, onAdd }: { readonly candidates: readonly Candidate[]; readonly onAdd: (one: Candidate) => void }) {
  const { roll } = useMeeting();
  const [typed, setTyped] = useState('');
  const members = roll.attendees.filter(
    ({ role, person }) => role === 'member' && !candidates.some((candidate) => candidate.person === person),
  );
  const found = typed.trim() === '' ? [] : findPeople(members, typed);
  const add = (attendee: (typeof members)[number] | undefined) => {
    if (!attendee) return;
    const note = affiliation(attendee);
    onAdd({ candidateId: newCandidateId(), name: fullName(attendee), ...(note !== '' && { note }), person: attendee.person });
    setTyped('');
  };
  return (
    <div>
      <TextField
        label={words.fromRoll}
        placeholder={words.fromRollFind}
        value={typed}
        onText={setTyped}
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          add(found[0]);
        }}
      />
      {found.length > 0 && (
        <div className={choices['found']} role="group" aria-label={words.fromRoll}>
          {found.slice(0, foundAtMost).map((attendee) => (
            <button key={attendee.person} type="button" className={choices['person']} onClick={() => add(attendee)}>
              <span>
                {fullName(attendee)} <span className="small muted">{affiliation(attendee)}</span>
              </span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function Typed({ onAdd }: { readonly onAdd: (one: Candidate) => void }) {
  const [name, setName] = useState('');
  const [note, setNote] = useState('');
  const add = () => {
    if (name.trim() === '') return;
    onAdd({ candidateId: newCandidateId(), name: name.trim(), ...(note.trim() !== '' && { note: note.trim() }) });
    setName('');
    setNote('');
  };
  return (
    <details className={vote['fold']}>
      <summary>{words.typed}</summary>
      <p className="small muted">{words.typedNote}</p>
      <div className={look['typed']}>
        <TextField label={words.name} value={name} onText={setName} maxLength={40} autoComplete="off" />
        <TextField label={words.note} value={note} onText={setNote} maxLength={120} autoComplete="off" />
        <Button onClick={add}>{words.add}</Button>
      </div>
    </details>
  );
}
