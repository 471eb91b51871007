// Knows how a motion is voted on once more, with a reason and in the same or another form; the round before stands.
import type { Closing, MotionId } from '@xieshang/meeting';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { officeVoteWords as words } from '../../../words/zh/office-vote.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { useAct, useLit } from '../act.tsx';
import { SecretTermsChoice, useSecretTerms } from './secret/SecretTermsChoice.tsx';
import { spoken, type Offered } from './terms.ts';
import { TermsChoice } from './TermsChoice.tsx';

interface AgainProps {
  readonly motionId: MotionId;
  readonly number: number;
}

export function AgainAct({ motionId, number }: AgainProps) {
  const [open, setOpen] = useState(false);
  const lit = useLit({ type: 'RepeatVoting', motionIds: [motionId], reason: '' });
  if (!lit) return null;
  return (
    <>
      <Button size="small" kind="quiet" unavailable={lit.reason} onClick={() => setOpen(true)}>
        {words.again}
      </Button>
      {open && <Again motionId={motionId} number={number} onClose={() => setOpen(false)} />}
    </>
  );
}

function Again({ motionId, number, onClose }: AgainProps & { readonly onClose: () => void }) {
  const { act, busy } = useAct();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [form, setForm] = useState<Offered>('named');
  const [closing, setClosing] = useState<Closing>('chair');
  const { terms, setTerms } = useSecretTerms();
  const submit = async () => {
    setTried(true);
    const written = reason.trim();
    if (written !== '' && (await act({ type: 'RepeatVoting', motionIds: [motionId], reason: written, ...spoken(form, closing, terms) })))
      onClose();
  };
  return (
    <ActForm wide title={words.againTitle(number)} act={words.againAct} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p>{words.againWill}</p>
      <ReasonField reason={reason} onReason={setReason} tried={tried} />
      <TermsChoice form={form} closing={closing} onForm={setForm} onClosing={setClosing} />
      {form === 'secret' && <SecretTermsChoice terms={terms} onTerms={setTerms} />}
    </ActForm>
  );
}
