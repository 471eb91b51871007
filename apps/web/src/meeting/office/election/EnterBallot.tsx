// Knows how an officer enters the ballot of an elector whose device has failed, with the reason; the elector's own ballot stands before it.
import {
  attendeeOf,
  candidateOf,
  writeInId,
  writeInRefusal,
  writtenIn,
  type CandidateId,
  type Command,
  type PersonId,
} from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { electionBallotWords } from '../../../words/zh/election-ballot.ts';
import { countingWords } from '../../../words/zh/office-counting.ts';
import { officeElectionWords as words } from '../../../words/zh/office-elections.ts';
import { toggled } from '../../elections/ballot-line.ts';
import { nomineeName, type NamedElection } from '../../shared/elections.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { useAct, useLit } from '../act.tsx';
import choices from '../choices.module.css';
import { PersonPicker } from '../PersonPicker.tsx';

interface EnterBallotProps {
  readonly election: NamedElection;
  /** Who has not handed in. */
  readonly people: readonly PersonId[];
}

/** 代操作: only for who has not handed in. */
export function EnterBallotAct({ election, people }: EnterBallotProps) {
  const [entering, setEntering] = useState(false);
  const { electionId } = election;
  const [person] = people;
  const lit = useLit(
    person
      ? { type: 'EnterElection', electionId, voter: person, ballot: { chosen: [], writeIns: [] }, reason: countingWords.entered }
      : { type: 'CloseElection', electionId },
  );
  if (!lit || !person) return null;
  return (
    <>
      <Button size="small" kind="quiet" unavailable={lit.reason} onClick={() => setEntering(true)}>
        {countingWords.enterFor}
      </Button>
      {entering && <EnterBallot election={election} people={people} onClose={() => setEntering(false)} />}
    </>
  );
}

function EnterBallot({ election, people, onClose }: EnterBallotProps & { readonly onClose: () => void }) {
  const { roll } = useMeeting();
  const { act, busy } = useAct();
  const { paper, electionId } = election;
  const [person, setPerson] = useState<PersonId | null>(null);
  const [marks, setMarks] = useState<readonly CandidateId[]>([]);
  const [blank, setBlank] = useState(false);
  const [full, setFull] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const filled = marks.length > 0 || blank;
  const toggle = (id: CandidateId) => {
    const next = toggled(marks, id, paper.seats);
    setFull(next === null);
    if (!next) return;
    setMarks(next);
    setBlank(false);
  };
  const submit = async () => {
    setTried(true);
    if (!person || !filled || reason.trim() === '') return;
    const chosen = marks.filter((id) => candidateOf(paper, id));
    const writeIns = marks.filter((id) => !candidateOf(paper, id)).flatMap((id) => writtenIn(id) ?? []);
    const body: Command = { type: 'EnterElection', electionId, voter: person, ballot: { chosen, writeIns }, reason: reason.trim() };
    if (await act(body)) onClose();
  };
  const listed = [...paper.candidates.map(({ candidateId }) => candidateId), ...marks.filter((id) => !candidateOf(paper, id))];
  return (
    <ActForm wide title={words.enterForTitle} act={countingWords.enterFor} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p>{countingWords.enterForWill}</p>
      <PersonPicker
        people={people.flatMap((one) => attendeeOf(roll, one) ?? [])}
        chosen={person}
        onChoose={setPerson}
        label={countingWords.enterForPerson}
        error={tried && !person ? countingWords.enterForPersonNeeded : undefined}
      />
      <div role="group" aria-label={words.enterForMarks(paper.seats)}>
        <p className={choices['label']}>
          {words.enterForMarks(paper.seats)}{' '}
          <span className="small muted num">{electionBallotWords.picked(marks.length, paper.seats)}</span>
        </p>
        <div className={choices['ticks']}>
          {listed.map((id) => (
            <label key={id} className={choices['tick']}>
              <input type="checkbox" checked={marks.includes(id)} onChange={() => toggle(id)} />
              <span>
                {nomineeName(paper, roll, id)}{' '}
                <span className="small muted">
                  {candidateOf(paper, id)?.note ?? (candidateOf(paper, id) ? '' : electionBallotWords.writtenIn)}
                </span>
              </span>
            </label>
          ))}
          <label className={choices['tick']}>
            <input
              type="checkbox"
              checked={blank}
              onChange={(event) => {
                setBlank(event.target.checked);
                setMarks([]);
                setFull(false);
              }}
            />
            <span>{words.enterForBlank}</span>
          </label>
        </div>
        {full && <p role="alert">{electionBallotWords.full}</p>}
        {tried && !filled && <p role="alert">{words.enterForNeeded}</p>}
      </div>
      {paper.writeIns === 'fromRoll' && <Others election={election} marks={marks} onPick={toggle} />}
      <ReasonField reason={reason} onReason={setReason} tried={tried} />
      <div className="row">
        {countingWords.enterForReasons.map((one) => (
          <Button key={one} size="small" aria-pressed={reason === one} onClick={() => setReason(one)}>
            {one}
          </Button>
        ))}
      </div>
    </ActForm>
  );
}

interface OthersProps {
  readonly election: NamedElection;
  readonly marks: readonly CandidateId[];
  readonly onPick: (id: CandidateId) => void;
}

/** 另选他人, folded away: seldom wanted. */
function Others({ election: { paper }, marks, onPick }: OthersProps) {
  const meeting = useMeeting();
  const eligible = meeting.roll.attendees.filter(
    ({ person }) => !writeInRefusal(paper, meeting, person) && !marks.includes(writeInId(person)),
  );
  return (
    <details>
      <summary>{electionBallotWords.other}</summary>
      <PersonPicker
        people={eligible}
        chosen={null}
        onChoose={(person) => onPick(writeInId(person))}
        label={electionBallotWords.otherHint}
      />
    </details>
  );
}
