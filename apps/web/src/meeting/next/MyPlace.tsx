// Knows where this member stands on the list, for how long and why, or that it is their turn; the act to withdraw is in the bar below.
import { expectedWait, upNextOf, whyMoved, type Moved, type RequestId, type Turn } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useServerNow, useViewer } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { nextWords as words } from '../../words/zh/next.ts';
import { turnWords } from '../../words/zh/turns.ts';
import { placeInList, turnsOf } from '../shared/list-order.ts';
import { movedSentence, turnReason } from '../shared/turn-text.ts';
import look from '../member/Now.module.css';
import { Reminders } from './Reminders.tsx';
import { waitText } from './wait-text.ts';

const minuteMs = 60_000;

export function MyPlace() {
  const meeting = useMeeting();
  const { roll, queue } = meeting;
  const { cutMs } = queue;
  const { person } = useViewer();
  const now = useServerNow(5_000);
  const mine = placeInList(meeting, person);
  const moved = useMoved(mine?.request.requestId);
  if (!mine) return null;
  const { request, turn, place } = mine;
  const wait = expectedWait(queue, roll, request.requestId, now);
  const about = wait ? waitText(wait) : '';
  return (
    <Card tone="mine" aria-label={words.myPlace}>
      <p className="small">{request.origin !== 'asked' ? words.preparedPlace : words.inList}</p>
      <p className={look['place']}>
        {words.placeBefore} <strong>{place}</strong> {words.placeAfter}
        {about && `，${about}`}
      </p>
      {cutMs !== undefined && request.limitMs === cutMs && <p className="small">{words.cut(cutMs / minuteMs)}</p>}
      {moved && (
        <p className={look['moved']} role="status" data-up={moved.to < moved.from || undefined}>
          {movedSentence(moved, roll)}
        </p>
      )}
      {upNextOf(queue, roll, person)?.nearness === 'next' ? (
        <p>{words.youAreNext}</p>
      ) : (
        <details className={look['whyPlace']}>
          <summary>{turnWords.why}</summary>
          <p className="small">{words.placeReason(turnReason(turn))}</p>
          <p className="small muted">{turnWords.rule}</p>
          {wait?.orLonger && <p className="small muted">{turnWords.orLonger}</p>}
        </details>
      )}
      <Reminders />
      {request.topic && <p className="small muted">{request.topic}</p>}
    </Card>
  );
}

/** Q13. Why the entry last moved, until it moves again; null since this page was opened. */
function useMoved(requestId: RequestId | undefined): Moved | null {
  const meeting = useMeeting();
  const turns = turnsOf(meeting);
  const [seen, setSeen] = useState<{
    readonly requestId: RequestId | undefined;
    readonly turns: readonly Turn[];
    readonly moved: Moved | null;
  }>({
    requestId,
    turns,
    moved: null,
  });
  const same = seen.requestId === requestId;
  if (!same || seen.turns !== turns) {
    const moved = same && requestId ? (whyMoved(seen.turns, meeting.queue, meeting.roll, requestId) ?? seen.moved) : null;
    setSeen({ requestId, turns, moved });
  }
  return same ? seen.moved : null;
}
