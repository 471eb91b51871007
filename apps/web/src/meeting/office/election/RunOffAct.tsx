// Knows how a run-off is opened: among whom, why, and in which form; the elected keep their seats.
import type { CandidateId, ElectionId, ElectionResult } from '@xieshang/meeting';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { electionWords } from '../../../words/zh/elections.ts';
import { officeElectionWords as words } from '../../../words/zh/office-elections.ts';
import { vacancies } from '../../shared/elections.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { useAct, useLit } from '../act.tsx';
import { ElectionTermsChoice, useElectionTerms } from './ElectionTermsChoice.tsx';
import choices from '../choices.module.css';

interface RunOffProps {
  readonly electionId: ElectionId;
  readonly result: ElectionResult;
}

export function RunOffAct({ electionId, result }: RunOffProps) {
  const [open, setOpen] = useState(false);
  const free = result.standings.filter(({ outcome }) => outcome !== 'elected');
  const lit = useLit({ type: 'RepeatElection', electionId, reason: '', candidates: free.map(({ candidateId }) => candidateId) });
  if (!lit || vacancies(result) < 1) return null;
  const tied = free.some(({ outcome }) => outcome === 'tied');
  return (
    <>
      <Button kind={tied ? 'primary' : 'plain'} unavailable={lit.reason} onClick={() => setOpen(true)}>
        {words.runOff}
      </Button>
      {open && <RunOff electionId={electionId} result={result} onClose={() => setOpen(false)} />}
    </>
  );
}

function RunOff({ electionId, result, onClose }: RunOffProps & { readonly onClose: () => void }) {
  const { act, busy } = useAct();
  const free = result.standings.filter(({ outcome }) => outcome !== 'elected');
  const tied = free.filter(({ outcome }) => outcome === 'tied');
  const seats = vacancies(result);
  const [chosen, setChosen] = useState<ReadonlySet<CandidateId>>(
    () => new Set((tied.length > 0 ? tied : free.slice(0, seats + 1)).map(({ candidateId }) => candidateId)),
  );
  const [reason, setReason] = useState(tied.length > 0 ? words.runOffTied : words.runOffShort);
  const [tried, setTried] = useState(false);
  const terms = useElectionTerms(result.form);
  const toggle = (id: CandidateId, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const submit = async () => {
    setTried(true);
    if (reason.trim() === '' || chosen.size < seats) return;
    if (await act({ type: 'RepeatElection', electionId, reason: reason.trim(), candidates: [...chosen], ...terms.said })) onClose();
  };
  return (
    <ActForm wide title={words.runOffTitle} act={words.open} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p>{words.runOffWill(seats)}</p>
      <div className={choices['ticks']} role="group" aria-label={words.runOffAmong}>
        {free.map(({ candidateId, name, votes, outcome }) => (
          <label key={candidateId} className={choices['tick']}>
            <input type="checkbox" checked={chosen.has(candidateId)} onChange={(event) => toggle(candidateId, event.target.checked)} />
            <span>
              {name}{' '}
              <span className="small muted">{`${electionWords.votes(votes)}${outcome === 'tied' ? ` · ${electionWords.outcomes.tied}` : ''}`}</span>
            </span>
          </label>
        ))}
      </div>
      {tried && chosen.size < seats && <p role="alert">{words.runOffFew(seats)}</p>}
      <ReasonField reason={reason} onReason={setReason} tried={tried} />
      <ElectionTermsChoice of={terms} />
    </ActForm>
  );
}
