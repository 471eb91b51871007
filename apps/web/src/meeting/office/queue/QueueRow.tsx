// Knows one entry of the list and what can be done with it; not the order of the others.
import { useSortable } from '@dnd-kit/sortable';
import { suggestedTurn, type Instant, type Request, type RequestId, type Turn } from '@xieshang/meeting';
import { useState } from 'react';
import { useMeeting, useServerNow } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { officeWords as words } from '../../../words/zh/office.ts';
import { roomWords } from '../../../words/zh/room.ts';
import { affiliationOf, nameOf } from '../../shared/people.ts';
import { Act, useLit } from '../act.tsx';
import { isAwaited } from '../find-people.ts';
import { callingBodies, callingWill } from '../calling.ts';
import { AsideButton } from '../aside/AsideButton.tsx';
import { ReasonAct } from '../ReasonAct.tsx';
import { minuteMs } from '../schedule.ts';
import { timesSpoken } from '../../shared/speaking-rows.ts';
import { turnReason } from '../../shared/turn-text.ts';
import { usualKind } from '../usual-kind.ts';
import look from './queue.module.css';

export const handleId = (requestId: RequestId): string => `turn-${requestId}`;

interface QueueRowProps {
  readonly turn: Turn;
  /** Whether it is the one the order suggests. */
  readonly suggested: boolean;
  /** From 0. */
  readonly place: number;
  readonly last: boolean;
  readonly onMove: (place: number) => void;
}

export function QueueRow({ turn, suggested, place, last, onMove }: QueueRowProps) {
  const { request } = turn;
  const meeting = useMeeting();
  const { roll, queue } = meeting;
  const { requestId, person, topic, kind } = request;
  const [more, setMore] = useState(false);
  const movable = useLit({ type: 'MoveRequest', requestId, before: null }) !== null;
  const { setNodeRef, listeners, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id: requestId,
    disabled: !movable,
  });
  const name = nameOf(roll, person);
  const shift = transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined;
  return (
    <li
      ref={setNodeRef}
      className={look['row']}
      data-dragging={isDragging}
      style={{ transform: shift, transition }}
      onKeyDown={(event) => {
        const step = event.altKey && movable ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
        if (step === undefined) return;
        event.preventDefault();
        onMove(place + step);
      }}
    >
      {movable ? (
        <button
          type="button"
          id={handleId(requestId)}
          ref={setActivatorNodeRef}
          {...listeners}
          className={look['handle']}
          aria-label={words.order(name, place + 1)}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          title={words.orderHint}
        >
          <span className="num">{place + 1}</span>
        </button>
      ) : (
        <span className={`num ${look['place']}`}>{place + 1}</span>
      )}
      <p className={look['who']}>
        {name} <span className="small muted">{affiliationOf(roll, person)}</span>
      </p>
      <Act
        bodies={callingBodies(meeting, request)}
        size="small"
        kind="quiet"
        className={look['give'] ?? ''}
        aria-label={`${words.give}：${name}`}
      >
        {words.give}
      </Act>
      {movable && (
        <Button size="small" kind="quiet" aria-expanded={more} aria-label={words.moreActs(name)} onClick={() => setMore(!more)}>
          <span aria-hidden="true">⋯</span>
        </Button>
      )}
      <p className={look['about']} data-whole={more} title={topic}>
        <span className={look['reason']} data-held={request.held}>
          {turnReason(turn)}
        </span>
        <Marks request={request} times={timesSpoken(queue, person)} />
        {request.origin === 'asked' && <Waited askedAt={request.askedAt} />}
        {[kind === usualKind(meeting) ? '' : roomWords.speechKinds[kind], request.matter && roomWords.orderMatters[request.matter], topic]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {more && movable && (
        <div className={look['more']}>
          <Button size="small" disabled={place === 0} onClick={() => onMove(place - 1)}>
            {words.up}
          </Button>
          <Button size="small" disabled={last} onClick={() => onMove(place + 1)}>
            {words.down}
          </Button>
          <Act bodies={[{ type: 'SkipRequest', requestId }]} size="small" aria-label={`${words.skip}：${name}`}>
            {words.skip}
          </Act>
          <ReasonAct
            bodies={(reason) => [{ type: 'RemoveRequest', requestId, reason }]}
            title={words.removeTitle(name)}
            will={words.removeWill}
            act={words.removeAct}
            size="small"
          >
            {words.remove}
          </ReasonAct>
          <AsideButton person={person} size="small" />
          {!suggested && <GiveOther request={request} />}
          {queue.floor.phase !== 'empty' && <span className="small muted">{callingWill(meeting, request)}</span>}
        </div>
      )}
    </li>
  );
}

/** F9. Another one than suggested, with the reason in the record; without one, the row's own press does. */
function GiveOther({ request }: { readonly request: Request }) {
  const meeting = useMeeting();
  const { queue, roll } = meeting;
  const suggested = suggestedTurn(queue, roll);
  if (!suggested) return null;
  return (
    <ReasonAct
      bodies={(reason) => callingBodies(meeting, request, reason)}
      title={words.giveOtherTitle(nameOf(roll, request.person))}
      will={words.giveOtherWill(nameOf(roll, suggested.request.person))}
      act={words.giveOtherAct}
      usual={words.usualReasons}
      size="small"
    >
      {words.giveOther}
    </ReasonAct>
  );
}

function Marks({ request, times }: { readonly request: Request; readonly times: number }) {
  const { roll } = useMeeting();
  return (
    <>
      {isAwaited(roll, request.person) && <Tag tone="amber">{words.notHereYet}</Tag>}
      {times > 0 && <Tag tone="grey">{words.secondTime(times + 1)}</Tag>}
      {request.origin === 'asked' && request.enteredBy !== request.person && <Tag tone="grey">{words.byOffice}</Tag>}
    </>
  );
}

function Waited({ askedAt }: { readonly askedAt: Instant }) {
  const minutes = Math.max(0, Math.floor((useServerNow(10_000) - askedAt) / minuteMs));
  return <span className="num">{words.waited(minutes)}</span>;
}
