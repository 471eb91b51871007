// Knows the three acts within reach of a thumb: be here or ask for the floor, vote, read the papers.
import { isPresent, mayReadMinutes, mayWriteMinutes, requestId } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useConnection, useMeeting, useSend, useViewer } from '../../live/index.ts';
import { Button, buttonLook } from '../../ui/Button.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { roomWords } from '../../words/zh/room.ts';
import { ways } from '../room-at.ts';
import { askingOf } from './asking.ts';
import { useCheckIn } from './CheckIn.tsx';
import look from './ActBar.module.css';

interface ActBarProps {
  /** Motions open to vote or to object to. */
  readonly open: number;
  /** Those of them that this member has not answered. */
  readonly owed: number;
  readonly reading: boolean;
  readonly onVote: () => void;
  readonly onRead: () => void;
}

export function ActBar({ open, owed, reading, onVote, onRead }: ActBarProps) {
  const connection = useConnection();
  const { sending } = useSend();
  const waiting = sending.size > 0 && !sending.has('CastVote') && !sending.has('CastElection');
  return (
    <footer className={look['bar']}>
      {waiting && connection !== 'live' && (
        <p className={look['waiting']} role="status">
          {`${words.submitting}（${words.willSend}）`}
        </p>
      )}
      <nav className={look['acts']} aria-label={words.nav}>
        <FirstAct quiet={open > 0} />
        <Button
          size="large"
          className={look['act']}
          kind={open > 0 && reading ? 'primary' : 'plain'}
          aria-current={open > 0 && !reading ? 'page' : undefined}
          unavailable={open > 0 ? undefined : words.noVote}
          onClick={onVote}
        >
          <span className={look['label']}>
            {words.vote}
            {open === 0 && <small aria-hidden="true">{words.noVoteShort}</small>}
          </span>
          {owed > 0 && (
            <span className={look['badge']} aria-hidden="true">
              {owed}
            </span>
          )}
        </Button>
        <Button size="large" className={look['act']} aria-pressed={reading} onClick={onRead}>
          <span className={look['label']}>{words.materials}</span>
        </Button>
        <ToMinutes />
      </nav>
    </footer>
  );
}

/** Only for who may write in the minutes now, or read them. */
function ToMinutes() {
  const meeting = useMeeting();
  const { person } = useViewer();
  if (!mayReadMinutes(meeting, person)) return null;
  return (
    <a
      href={ways.minutes(meeting.notice.meeting)}
      className={`${buttonLook({ size: 'large' })} ${look['act']}`}
      aria-label={mayWriteMinutes(meeting, person) ? roomWords.writeMinutes : roomWords.readMinutes}
    >
      <span className={look['label']}>{roomWords.minutesShort}</span>
    </a>
  );
}

/** 签到, then 申请发言 as the stage has it, in one press; then 撤回申请 while on the list. */
function FirstAct({ quiet }: { readonly quiet: boolean }) {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { send, may, sending } = useSend();
  const { checkIn, busy } = useCheckIn();
  const { say, warn } = useNotices();
  const [probe] = useState(() => requestId(newId()));
  const { kinds, refusal, standing } = askingOf(meeting, probe, may);

  if (!isPresent(meeting.roll, person) && (checkIn || busy)) {
    return (
      <Button size="large" kind="primary" className={look['act']} busy={busy} onClick={() => checkIn?.('hall')}>
        {words.checkIn}
      </Button>
    );
  }
  if (standing) {
    const barred = may({ type: 'WithdrawRequest', requestId: standing });
    const withdraw = async () => {
      const answer = await send({ type: 'WithdrawRequest', requestId: standing });
      if (answer.ok) say(words.withdrawn);
      else warn(refusalSentence(answer.refusal));
    };
    return (
      <Button
        size="large"
        className={look['act']}
        busy={sending.has('WithdrawRequest')}
        unavailable={barred ? refusalSentence(barred) : undefined}
        onClick={() => void withdraw()}
      >
        {words.withdraw}
      </Button>
    );
  }
  const ask = async () => {
    const [kind] = kinds;
    if (!kind) return;
    const answer = await send({ type: 'RequestFloor', requestId: requestId(newId()), kind });
    if (answer.ok) say(words.asked);
    else warn(refusalSentence(answer.refusal));
  };
  return (
    <Button
      size="large"
      kind={quiet ? 'plain' : 'primary'}
      className={look['act']}
      busy={sending.has('RequestFloor')}
      unavailable={refusal ? refusalSentence(refusal) : undefined}
      onClick={() => void ask()}
    >
      {words.askFloor}
    </Button>
  );
}
