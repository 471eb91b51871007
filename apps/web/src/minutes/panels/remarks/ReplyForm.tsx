// Knows how a reply is written and sent; not what it replies to says.
import type { PersonId } from '@xieshang/meeting';
import { mentionedIn, remarkLimits, type Remark } from '@xieshang/minutes';
import { useState } from 'react';
import { useMeeting } from '../../../live/index.ts';
import { nameOf } from '../../../meeting/shared/people.ts';
import { Button } from '../../../ui/Button.tsx';
import { remarkWords as words } from '../../../words/zh/remarks.ts';
import { MentionArea } from './MentionArea.tsx';
import { mentionNames } from './people.ts';
import look from './Remarks.module.css';
import { actsOn, useStage } from './stage.ts';
import { usePut } from './use-remarks.ts';

interface ReplyFormProps {
  readonly documentId: string;
  readonly to: Remark;
  readonly onDone: () => void;
}

export function ReplyForm({ documentId, to, onDone }: ReplyFormProps) {
  const meeting = useMeeting();
  const { put, busy } = usePut();
  const { typed } = useStage(documentId);
  const stage = actsOn(documentId);
  const [chosen, setChosen] = useState<readonly PersonId[]>([]);
  const [tried, setTried] = useState(false);
  const field = `reply ${to.id}`;
  const text = typed[field] ?? '';
  const send = async () => {
    setTried(true);
    if (text.trim() === '' || busy) return;
    const mentions = mentionedIn(text, mentionNames(meeting), chosen).slice(0, remarkLimits.mentions);
    if (!(await put({ type: 'reply', remark: to.id, text: text.trim(), mentions }))) return;
    stage.type(field, '');
    onDone();
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <MentionArea
        label={words.replyTo(nameOf(meeting.roll, to.by))}
        value={text}
        onText={(next) => stage.type(field, next)}
        onMention={(person) => setChosen([...chosen, person])}
        onSubmit={() => void send()}
        onEscape={onDone}
        maxLength={remarkLimits.text}
        rows={2}
        focused
        error={tried && text.trim() === '' ? words.replyNeeded : undefined}
      />
      <div className={look['acts']}>
        <Button size="small" onClick={onDone}>
          {words.cancel}
        </Button>
        <Button size="small" kind="primary" type="submit" busy={busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
