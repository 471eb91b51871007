// Knows one speech put to the department: who said what, whether it is answered, the four answers, the way to the floor.
import { requestId } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useMeeting, useSend } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { clockTime, writtenDay } from '../../words/time.ts';
import { departmentWords as words } from '../../words/zh/department.ts';
import { roomWords } from '../../words/zh/room.ts';
import { affiliationOf, departmentOf, nameOf } from '../shared/people.ts';
import { AnswerForm } from './AnswerForm.tsx';
import look from './AskedCard.module.css';
import { isOwed, type Asked } from './asked.ts';

const stateWords = { running: words.running, finished: words.finished, waiting: words.waiting };

export function AskedCard({ asked, unfolded }: { readonly asked: Asked; readonly unfolded: boolean }) {
  const { roll, phase } = useMeeting();
  const over = phase === 'concluded';
  const { person, topic, besides, state, answer } = asked;
  const [open, setOpen] = useState<boolean | null>(null);
  const owed = isOwed(asked);
  const answering = !over && (open ?? (unfolded && owed));
  return (
    <Card as="li" tone={owed && answering ? 'next' : 'plain'} className={look['card']}>
      <p className={look['state']}>
        {state !== 'waiting' && <Tag tone={owed ? 'amber' : 'jade'}>{owed ? (over ? words.notReplied : words.owed) : words.answered}</Tag>}
        <span className="small muted">{stateWords[state]}</span>
      </p>
      <p className={look['who']}>
        <strong>{nameOf(roll, person)}</strong> <span className="small muted">{affiliationOf(roll, person)}</span>
      </p>
      <p className={topic ? 'serif' : 'muted'}>{topic || words.noTopic}</p>
      {besides.length > 0 && <p className="small muted">{words.besides(besides.map((one) => departmentOf(roll, one)).join('、'))}</p>}
      {answer && (
        <div className={look['answer']}>
          <p className="small num">
            {words.answeredAs(roomWords.answerKinds[answer.kind], clockTime(answer.at))}
            {answer.by !== answer.department && ` · ${words.byOffice}`}
          </p>
          {answer.note && <p>{answer.note}</p>}
          {answer.dueDate && <p className="small">{words.until(writtenDay(answer.dueDate))}</p>}
        </div>
      )}
      {answering && <AnswerForm requestId={asked.requestId} onAnswered={() => setOpen(false)} />}
      {state !== 'waiting' && !over && (
        <div className="row">
          {owed && <AskFloor asked={asked} />}
          {(answer || !unfolded) && (
            <Button kind="quiet" aria-expanded={answering} onClick={() => setOpen(!answering)}>
              {answer ? (answering ? words.keep : words.again) : answering ? words.fold : words.toAsked}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}

/** Asks for the floor to answer in the hall; gone once one stands on the list. */
function AskFloor({ asked }: { readonly asked: Asked }) {
  const { send, may, sending } = useSend();
  const { warn } = useNotices();
  const [id, setId] = useState(() => requestId(newId()));
  const body = { type: 'RequestFloor', requestId: id, kind: 'departmentResponse', topic: asked.topic, inReplyTo: asked.requestId } as const;
  const refusal = may(body);
  if (refusal) return null;
  const ask = async () => {
    const answer = await send(body);
    setId(requestId(newId()));
    if (!answer.ok) warn(refusalSentence(answer.refusal));
  };
  return (
    <Button busy={sending.has('RequestFloor')} onClick={() => void ask()}>
      {words.askFloorFor}
    </Button>
  );
}
