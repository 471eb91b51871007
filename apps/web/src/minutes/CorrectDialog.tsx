// Knows what a correction of issued minutes asks for; not how it is numbered.
import { useState } from 'react';
import { useAct } from '../meeting/office/act.tsx';
import { ActForm } from '../ui/ActForm.tsx';
import { TextArea, TextField } from '../ui/Field.tsx';
import { useNotices } from '../ui/notices.tsx';
import { minutesWords as words } from '../words/zh/minutes.ts';

const blank = { passage: '', correction: '', reason: '' };
const longest = 1000;
const longestReason = 200;

export function CorrectDialog({ onClose }: { readonly onClose: () => void }) {
  const { act, busy } = useAct();
  const { say } = useNotices();
  const [typed, setTyped] = useState(blank);
  const [tried, setTried] = useState(false);
  const correct = async () => {
    setTried(true);
    const { passage, correction, reason } = typed;
    const told = { passage: passage.trim(), correction: correction.trim(), reason: reason.trim() };
    if (busy || !told.passage || !told.correction || !told.reason) return;
    if (!(await act({ type: 'CorrectMinutes', ...told }))) return;
    say(words.corrected);
    onClose();
  };
  const missing = (text: string) => (tried && text.trim() === '' ? words.needed : undefined);
  return (
    <ActForm title={words.correct} act={words.correct} busy={busy} onAct={() => void correct()} onClose={onClose}>
      <p>{words.correctWill}</p>
      {(['passage', 'correction'] as const).map((field) => (
        <TextArea
          key={field}
          label={words[field]}
          value={typed[field]}
          onText={(text) => setTyped({ ...typed, [field]: text })}
          rows={2}
          maxLength={longest}
          error={missing(typed[field])}
        />
      ))}
      <TextField
        label={words.reason}
        value={typed.reason}
        onText={(reason) => setTyped({ ...typed, reason })}
        maxLength={longestReason}
        autoComplete="off"
        error={missing(typed.reason)}
      />
    </ActForm>
  );
}
