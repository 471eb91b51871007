// Knows the sheet on which a member hands in a written speech; not where it is read.
import { requestId } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useSend } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextArea, TextField } from '../../../ui/Field.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { refusalSentence } from '../../../words/refusals.ts';
import { common } from '../../../words/zh/common.ts';
import { memberWords as words } from '../../../words/zh/member.ts';

const longestTopic = 60;
const longestText = 4000;

export function HandInSheet({ onClose }: { readonly onClose: () => void }) {
  const { send, sending } = useSend();
  const { say } = useNotices();
  const [id] = useState(() => requestId(newId()));
  const [topic, setTopic] = useState('');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    if (text.trim() === '') return setProblem(words.textNeeded);
    const answer = await send({ type: 'HandInSpeech', requestId: id, topic: topic.trim(), text: text.trim() });
    if (!answer.ok) return setProblem(refusalSentence(answer.refusal));
    say(words.handedIn);
    onClose();
  };
  return (
    <Dialog
      open
      title={words.handIn}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" size="large" busy={sending.has('HandInSpeech')} onClick={() => void submit()}>
            {words.handInAct}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="small muted">{words.handInWill}</p>
        <TextField label={words.topicField} value={topic} onText={setTopic} maxLength={longestTopic} autoComplete="off" />
        <TextArea
          label={words.handInText}
          hint={words.topicHint(longestText)}
          error={problem}
          value={text}
          onText={setText}
          maxLength={longestText}
          rows={8}
        />
      </div>
    </Dialog>
  );
}
