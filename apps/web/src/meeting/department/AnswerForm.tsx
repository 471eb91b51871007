// Knows the four ways a department answers a speech and what each asks for; not who fills it in.
import { answerId, type AnswerKind, type PersonId, type RequestId } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useSend, useServerNow } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { fieldTime } from '../../words/time.ts';
import { departmentWords as words } from '../../words/zh/department.ts';
import { roomWords } from '../../words/zh/room.ts';
import look from './AnswerForm.module.css';

interface AnswerFormProps {
  readonly requestId: RequestId;
  /** Set: the office answers for that department (代操作). */
  readonly department?: PersonId;
  readonly onAnswered: () => void;
}

const dayMs = 86_400_000;
const usualDays = 15;

/** `YYYY-MM-DD` in the committee's zone, so many days from an instant. */
export const dayAfter = (now: number, days: number): string => fieldTime(now + days * dayMs).slice(0, 10);

export function AnswerForm({ requestId, department, onAnswered }: AnswerFormProps) {
  const { send, may } = useSend();
  const notices = useNotices();
  const now = useServerNow(60_000);
  const [id] = useState(() => answerId(newId()));
  const [note, setNote] = useState('');
  const [dueDate, setDueDate] = useState(() => dayAfter(now, usualDays));
  const [sending, setSending] = useState<AnswerKind | null>(null);
  const [missing, setMissing] = useState<'note' | 'dueDate' | null>(null);
  const bodyOf = (kind: AnswerKind) =>
    ({
      type: 'AnswerSpeech',
      answerId: id,
      requestId,
      kind,
      ...(note.trim() !== '' && { note: note.trim() }),
      ...(kind === 'writtenReplyLater' && dueDate !== '' && { dueDate }),
      ...(department && { department }),
    }) as const;
  const answer = async (kind: AnswerKind) => {
    if (sending) return;
    const body = bodyOf(kind);
    const refusal = may(body);
    setMissing(refusal?.type === 'NoteRequired' ? 'note' : refusal?.type === 'DueDateRequired' ? 'dueDate' : null);
    if (refusal?.type === 'NoteRequired' || refusal?.type === 'DueDateRequired') return;
    setSending(kind);
    const given = await send(body);
    setSending(null);
    if (!given.ok) return notices.warn(refusalSentence(given.refusal));
    notices.say(words.answerSaved);
    onAnswered();
  };
  // Whether an answer is due at all; what it must hold is said when it is pressed.
  const against = may(bodyOf('explain'));
  const press = (kind: AnswerKind) => (
    <Button
      key={kind}
      busy={sending === kind}
      unavailable={against ? refusalSentence(against) : undefined}
      onClick={() => void answer(kind)}
    >
      {roomWords.answerKinds[kind]}
    </Button>
  );
  return (
    <div className={look['form']}>
      <TextArea
        label={words.note}
        hint={words.noteHint}
        value={note}
        onText={setNote}
        maxLength={500}
        rows={2}
        error={missing === 'note' ? words.noteNeeded : undefined}
      />
      <div className={look['three']}>{(['adopt', 'adoptPartially', 'explain'] as const).map(press)}</div>
      <div className={look['later']}>
        <TextField
          type="date"
          label={words.dueDate}
          value={dueDate}
          onText={setDueDate}
          min={dayAfter(now, 0)}
          error={missing === 'dueDate' ? words.dueNeeded : undefined}
        />
        {press('writtenReplyLater')}
      </div>
      <p className="small muted">{sending ? words.submitting : words.willRecord}</p>
    </div>
  );
}
