// Knows a department's three acts at the foot of its page: be here or ask for the floor, answer, read.
import { isPresent, requestId } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useConnection, useMeeting, useSend, useViewer } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { departmentWords as words } from '../../words/zh/department.ts';
import { memberWords } from '../../words/zh/member.ts';
import look from '../member/ActBar.module.css';
import { useCheckIn } from '../member/CheckIn.tsx';
import { askedOf, isOwed } from './asked.ts';

interface DepartmentBarProps {
  readonly owed: number;
  readonly reading: boolean;
  readonly onAsked: () => void;
  readonly onRead: () => void;
}

export function DepartmentBar({ owed, reading, onAsked, onRead }: DepartmentBarProps) {
  const connection = useConnection();
  const { sending } = useSend();
  return (
    <footer className={look['bar']}>
      {sending.size > 0 && connection !== 'live' && (
        <p className={look['waiting']} role="status">
          {`${words.submitting}（${memberWords.willSend}）`}
        </p>
      )}
      <nav className={look['acts']} aria-label={words.nav}>
        <FirstAct />
        <Button size="large" className={look['act'] ?? ''} onClick={onAsked}>
          {words.toAsked}
          {owed > 0 && (
            <span className={look['badge']} aria-hidden="true">
              {owed}
            </span>
          )}
        </Button>
        <Button size="large" className={look['act'] ?? ''} aria-pressed={reading} onClick={onRead}>
          {words.materials}
        </Button>
      </nav>
    </footer>
  );
}

/** 签到, then 申请发言 to respond, then 撤回申请 while on the list. */
function FirstAct() {
  const { roll, queue } = useMeeting();
  const { person } = useViewer();
  const { send, may, sending } = useSend();
  const { checkIn, busy } = useCheckIn();
  const { warn } = useNotices();
  const [id, setId] = useState(() => requestId(newId()));
  const put = async (body: Parameters<typeof send>[0]) => {
    const answer = await send(body);
    if (!answer.ok) warn(refusalSentence(answer.refusal));
    setId(requestId(newId()));
  };
  if (!isPresent(roll, person) && (checkIn || busy)) {
    return (
      <Button size="large" kind="primary" className={look['act'] ?? ''} busy={busy} onClick={() => checkIn?.('hall')}>
        {words.checkIn}
      </Button>
    );
  }
  const standing = queue.waiting.find((request) => request.person === person && request.origin === 'asked');
  if (standing && !may({ type: 'WithdrawRequest', requestId: standing.requestId })) {
    return (
      <Button
        size="large"
        className={look['act'] ?? ''}
        busy={sending.has('WithdrawRequest')}
        onClick={() => void put({ type: 'WithdrawRequest', requestId: standing.requestId })}
      >
        {words.withdraw}
      </Button>
    );
  }
  const owed = askedOf(queue, person).find(isOwed);
  const body = {
    type: 'RequestFloor',
    requestId: id,
    kind: 'departmentResponse',
    ...(owed && { topic: owed.topic, inReplyTo: owed.requestId }),
  } as const;
  const refusal = may(body);
  if (refusal?.type === 'MeetingIsOver') return null;
  return (
    <Button
      size="large"
      kind={owed ? 'plain' : 'primary'}
      className={look['act'] ?? ''}
      busy={sending.has('RequestFloor')}
      unavailable={refusal ? refusalSentence(refusal) : undefined}
      onClick={() => void put(body)}
    >
      {words.askFloor}
    </Button>
  );
}
