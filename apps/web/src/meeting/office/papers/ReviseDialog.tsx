// Knows how the text of a recommendation becomes its next version; an edit of somebody else meanwhile is shown, not overwritten unseen.
import type { Recommendation } from '@xieshang/meeting';
import { useState } from 'react';
import { TextArea } from '../../../ui/Field.tsx';
import { officeRollWords as words } from '../../../words/zh/office-roll.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { ReasonField } from '../ReasonField.tsx';
import { useAct } from '../act.tsx';
import look from './papers.module.css';

export function ReviseDialog({ draft, onClose }: { readonly draft: Recommendation; readonly onClose: () => void }) {
  const { motionId, number, version } = draft;
  const { act, busy } = useAct();
  const [text, setText] = useState(draft.text);
  const [begun, setBegun] = useState(version);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const overtaken = begun !== version;
  const submit = async () => {
    setTried(true);
    if (overtaken) return setBegun(version);
    if (text.trim() === '' || reason.trim() === '') return;
    if (await act({ type: 'ReviseRecommendation', motionId, text: text.trim(), reason: reason.trim() })) onClose();
  };
  return (
    <ActForm wide title={words.reviseTitle(number)} act={words.reviseAct} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p className="muted">{words.reviseWill(version + 1)}</p>
      {overtaken && (
        <div className={look['now']} role="alert">
          <p>{words.changedUnderway}</p>
          <p className="serif">{draft.text}</p>
        </div>
      )}
      <TextArea
        label={words.text}
        value={text}
        onText={setText}
        rows={7}
        maxLength={2000}
        error={tried && text.trim() === '' ? words.textNeeded : undefined}
      />
      <ReasonField reason={reason} onReason={setReason} tried={tried} />
    </ActForm>
  );
}
