// Knows the dialog in which an election is written, for the first time or anew; not what becomes of it.
import { paperProblem, type ElectionId, type ElectionPaper } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { TextField } from '../../../ui/Field.tsx';
import { electionProblemWords } from '../../../words/office-refusals.ts';
import { officeElectionWords as words } from '../../../words/zh/office-elections.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { useAct } from '../act.tsx';
import { wholeNumber } from '../whole-number.ts';
import { CandidateEditor } from './CandidateEditor.tsx';
import { ElectedBy } from './ElectedBy.tsx';
import { freshPaper, newElectionId } from './paper.ts';
import choices from '../choices.module.css';

interface ElectionFormProps {
  /** What is revised; left out: a new one. */
  readonly of?: { readonly electionId: ElectionId; readonly paper: ElectionPaper };
  readonly onDone: (electionId: ElectionId) => void;
  readonly onClose: () => void;
}

export function ElectionForm({ of, onDone, onClose }: ElectionFormProps) {
  const { rules, roll } = useMeeting();
  const { act, busy } = useAct();
  const [id] = useState(() => of?.electionId ?? newElectionId());
  const [paper, setPaper] = useState<ElectionPaper>(() => of?.paper ?? freshPaper(rules.vote));
  const [typedSeats, setTypedSeats] = useState(String(paper.seats));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const seats = wholeNumber(typedSeats, 1, 50);
  const written = { ...paper, title: paper.title.trim(), seats: seats ?? 0 };
  const problem = paperProblem(written, roll);
  const submit = async () => {
    setTried(true);
    if (written.title === '' || seats === null || problem || (of && reason.trim() === '')) return;
    const done = await act(
      of
        ? { type: 'ReviseElection', electionId: id, paper: written, reason: reason.trim() }
        : { type: 'TableElection', electionId: id, paper: written },
    );
    if (done) onDone(id);
  };
  return (
    <ActForm
      wide
      title={of ? words.reviseTitle : words.table}
      act={of ? words.reviseAct : words.tableAct}
      busy={busy}
      onAct={() => void submit()}
      onClose={onClose}
    >
      <TextField
        label={words.title}
        hint={words.titleHint}
        value={paper.title}
        onText={(title) => setPaper({ ...paper, title })}
        maxLength={100}
        autoComplete="off"
        error={tried && written.title === '' ? words.titleNeeded : undefined}
      />
      <TextField
        label={words.seats}
        inputMode="numeric"
        value={typedSeats}
        onText={setTypedSeats}
        error={seats === null ? words.seatsProblem : undefined}
      />
      <CandidateEditor candidates={paper.candidates} onChange={(candidates) => setPaper({ ...paper, candidates })} />
      <label className={choices['tick']}>
        <input
          type="checkbox"
          checked={paper.writeIns === 'fromRoll'}
          onChange={(event) => setPaper({ ...paper, writeIns: event.target.checked ? 'fromRoll' : 'none' })}
        />
        {words.writeIns}
      </label>
      <ElectedBy rule={paper.rule} onRule={(rule) => setPaper({ ...paper, rule })} />
      {of && <ReasonField reason={reason} onReason={setReason} tried={tried} />}
      {tried && problem && seats !== null && <p role="alert">{electionProblemWords[problem]}</p>}
    </ActForm>
  );
}
