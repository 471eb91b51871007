// Knows how a whole election is held once more, with a reason and in the same or another form; the round before stands.
import type { ElectionId, ElectionResult } from '@xieshang/meeting';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { officeElectionWords as words } from '../../../words/zh/office-elections.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { useAct, useLit } from '../act.tsx';
import { ElectionTermsChoice, useElectionTerms } from './ElectionTermsChoice.tsx';

interface AgainProps {
  readonly electionId: ElectionId;
  readonly result: ElectionResult;
}

export function ElectionAgainAct({ electionId, result }: AgainProps) {
  const [open, setOpen] = useState(false);
  const lit = useLit({ type: 'RepeatElection', electionId, reason: '' });
  if (!lit) return null;
  return (
    <>
      <Button size="small" kind="quiet" unavailable={lit.reason} onClick={() => setOpen(true)}>
        {words.again}
      </Button>
      {open && <Again electionId={electionId} result={result} onClose={() => setOpen(false)} />}
    </>
  );
}

function Again({ electionId, result, onClose }: AgainProps & { readonly onClose: () => void }) {
  const { act, busy } = useAct();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const terms = useElectionTerms(result.form);
  const submit = async () => {
    setTried(true);
    const written = reason.trim();
    if (written !== '' && (await act({ type: 'RepeatElection', electionId, reason: written, ...terms.said }))) onClose();
  };
  return (
    <ActForm
      wide
      title={words.againTitle(result.paper.title)}
      act={words.againAct}
      busy={busy}
      onAct={() => void submit()}
      onClose={onClose}
    >
      <p>{words.againWill}</p>
      <ReasonField reason={reason} onReason={setReason} tried={tried} />
      <div className="row">
        {words.againReasons.map((usual) => (
          <Button key={usual} size="small" onClick={() => setReason(usual)}>
            {usual}
          </Button>
        ))}
      </div>
      <ElectionTermsChoice of={terms} />
    </ActForm>
  );
}
