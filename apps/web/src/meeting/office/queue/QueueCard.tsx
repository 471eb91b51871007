// Knows the list of those who wait as the office keeps it: order, calling, opening and closing; not who speaks now.
import { closestCenter, DndContext, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { requestId, suggestedTurn, type RequestId } from '@xieshang/meeting';
import { useEffect, useRef, useState } from 'react';
import { useMeeting, useViewer } from '../../../live/index.ts';
import { Card } from '../../../ui/Card.tsx';
import { Button } from '../../../ui/Button.tsx';
import { MoreOf, useFirstOf } from '../../../ui/first-of.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { officeWords as words } from '../../../words/zh/office.ts';
import { turnsOf } from '../../shared/list-order.ts';
import { nameOf } from '../../shared/people.ts';
import { Act, KeyCap, useAct, useLit } from '../act.tsx';
import { keys } from '../keys.ts';
import { entryBefore, reordered } from '../order.ts';
import { EnterRequestDialog } from './EnterRequestDialog.tsx';
import look from './queue.module.css';
import { handleId, QueueRow } from './QueueRow.tsx';
import { StageTime } from './StageTime.tsx';
import { SpokenList } from './SpokenList.tsx';
import { useShortcut } from '../shortcuts.ts';
import { Heading } from '../Heading.tsx';

export function QueueCard() {
  const { queue } = useMeeting();
  const closed = queue.list === 'closed';
  return (
    <Card className={look['card']} aria-label={words.list}>
      <div className={look['head']}>
        <Heading>
          {words.list} <span className="small muted num">{queue.waiting.length > 0 && words.waitingCount(queue.waiting.length)}</span>
        </Heading>
        {queue.withdrawal === 'barred' && <Tag tone="amber">{words.withdrawalBarred}</Tag>}
        {closed && <Tag tone="amber">{words.listClosed}</Tag>}
        <span className="grow" />
        <Act bodies={[queue.withdrawal === 'barred' ? { type: 'AllowWithdrawal' } : { type: 'BarWithdrawal' }]} size="small" kind="quiet">
          {queue.withdrawal === 'barred' ? words.allowWithdrawal : words.barWithdrawal}
        </Act>
        {closed ? (
          <Act bodies={[{ type: 'ReopenQueue' }]} size="small" shortcut={keys.list}>
            {words.reopen}
          </Act>
        ) : (
          <Act bodies={[{ type: 'CloseQueue' }]} size="small" shortcut={keys.list}>
            {words.close}
          </Act>
        )}
      </div>
      <StageTime />
      {queue.waiting.length === 0 ? <p className={look['empty']}>{closed ? words.listEmptyClosed : words.listEmpty}</p> : <Rows />}
      <div className={look['foot']}>
        <Entering />
        {queue.waiting.some(({ held, behind }) => held !== undefined || behind !== undefined) && (
          <Act bodies={[{ type: 'RestoreOrder' }]} size="small" kind="quiet">
            {words.restore}
          </Act>
        )}
      </div>
      <SpokenList />
    </Card>
  );
}

function Entering() {
  const { person } = useViewer();
  const [open, setOpen] = useState(false);
  // Whether the moment is right for anybody; the dialog's own press asks for the one chosen.
  const lit = useLit({ type: 'EnterRequest', requestId: requestId('any'), person, kind: 'interjection' });
  useShortcut(lit && lit.reason === undefined ? keys.enter.key : undefined, () => setOpen(true));
  if (!lit) return null;
  return (
    <>
      <Button size="small" unavailable={lit.reason} onClick={() => setOpen(true)}>
        {words.enter}
        <KeyCap of={keys.enter} />
      </Button>
      {open && <EnterRequestDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** Of a list of hundreds the first are what is acted on. */
const drawnAtOnce = 30;

function Rows() {
  const meeting = useMeeting();
  const { queue, roll } = meeting;
  const { act } = useAct();
  const notices = useNotices();
  // The order the hand has just made, until the meeting holds it.
  const [moving, setMoving] = useState<{ readonly id: RequestId; readonly before: RequestId | null } | null>(null);
  const focusOn = useRef<RequestId | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }));
  const turns = turnsOf(meeting);
  const held = turns.map(({ request }) => request.requestId);
  const ids = moving ? reordered(held, moving.id, moving.before) : held;
  const order = ids.join(' ');
  const turnOf = new Map(turns.map((turn) => [turn.request.requestId, turn]));
  const suggested = suggestedTurn(queue, roll)?.request.requestId;
  const first = useFirstOf(ids, drawnAtOnce);
  useEffect(() => {
    // A moved row loses the focus in some browsers; whoever moves it by key goes on with it.
    if (focusOn.current) document.getElementById(handleId(focusOn.current))?.focus();
    focusOn.current = null;
  }, [order]);
  const moveTo = async (id: RequestId, place: number, byKey: boolean) => {
    if (place < 0 || place >= ids.length || ids.indexOf(id) === place) return;
    const before = entryBefore(ids, id, place);
    const person = turnOf.get(id)?.request.person;
    if (byKey) focusOn.current = id;
    setMoving({ id, before });
    const done = await act({ type: 'MoveRequest', requestId: id, before, seen: queue.arranged });
    setMoving(null);
    if (done && person) notices.say(words.movedTo(nameOf(roll, person), place + 1));
  };
  const drop = ({ active, over }: DragEndEvent) => {
    const id = ids.find((one) => one === active.id);
    const place = ids.findIndex((one) => one === over?.id);
    if (id && place >= 0) void moveTo(id, place, false);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{ screenReaderInstructions: { draggable: words.orderHint } }}
    >
      <SortableContext items={[...first.shown]} strategy={verticalListSortingStrategy}>
        <ol className={look['rows']} aria-label={words.list}>
          {first.shown.map((id, place) => {
            const turn = turnOf.get(id);
            return turn ? (
              <QueueRow
                key={id}
                turn={turn}
                suggested={id === suggested}
                place={place}
                last={place === ids.length - 1}
                onMove={(to) => void moveTo(id, to, true)}
              />
            ) : null;
          })}
          {first.rest > 0 && (
            <li>
              <MoreOf first={first} />
            </li>
          )}
        </ol>
      </SortableContext>
    </DndContext>
  );
}
