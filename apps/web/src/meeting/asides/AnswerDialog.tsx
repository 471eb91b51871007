// Knows how the one answer to private words is written and sent; not where they are shown.
import type { Aside } from '@xieshang/meeting';
import { useState } from 'react';
import { api } from '../../http/api.ts';
import { messageOf } from '../../http/client.ts';
import { newId, useMeeting, useSend } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { asideWords as words } from '../../words/zh/asides.ts';
import { common } from '../../words/zh/common.ts';

/** Characters. */
const longest = 100;

interface AnswerDialogProps {
  readonly aside: Aside;
  readonly sender: string;
  readonly onClose: () => void;
}

export function AnswerDialog({ aside, sender, onClose }: AnswerDialogProps) {
  const { notice } = useMeeting();
  const { send } = useSend();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    const written = text.trim();
    if (written === '') return setProblem(words.answerNeeded);
    setBusy(true);
    try {
      const { digest } = await api.keepPrivateWords(notice.meeting, newId(), written);
      const answer = await send({ type: 'AnswerAside', from: aside.from, asideId: aside.asideId, digest });
      if (answer.ok) return onClose();
      setProblem(refusalSentence(answer.refusal));
    } catch (error) {
      setProblem(messageOf(error));
    }
    setBusy(false);
  };
  return (
    <Dialog
      open
      title={words.answerTitle(sender)}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" busy={busy} onClick={() => void submit()}>
            {words.answerAct}
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextArea
          label={words.answerField}
          hint={words.answerHint}
          error={problem}
          value={text}
          onText={setText}
          maxLength={longest}
          rows={3}
        />
        <div className="row">
          {words.ready.map((one) => (
            <Button key={one} size="small" aria-pressed={text === one} onClick={() => setText(one)}>
              {one}
            </Button>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
