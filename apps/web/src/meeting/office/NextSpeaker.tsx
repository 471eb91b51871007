// Knows whom to suggest next and why, and the one press that calls them; not the rest of the list.
import { attendeeOf, canBeCalled, suggestedTurn, type Turn } from '@xieshang/meeting';
import { useMeeting, useServerNow } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { officeWords as words } from '../../words/zh/office.ts';
import { roomWords } from '../../words/zh/room.ts';
import type { Held } from '../shared/held.ts';
import { turnsOf } from '../shared/list-order.ts';
import { affiliationOf, nameOf } from '../shared/people.ts';
import { Act, useLit } from './act.tsx';
import { callingBodies, callingWill } from './calling.ts';
import { keys } from './keys.ts';
import { nextStep, type NextStep } from './next-step.ts';
import look from './NextSpeaker.module.css';
import { minuteMs } from './schedule.ts';
import { timesSpoken } from '../shared/speaking-rows.ts';
import { turnReason } from '../shared/turn-text.ts';

export function NextSpeaker() {
  const meeting = useMeeting();
  const { queue, roll } = meeting;
  // Who presides may close the list at any time: theirs is the call, the others only see whose turn it is.
  const lit = useLit({ type: 'CloseQueue' });
  const step = nextStep(meeting);
  const turns = turnsOf(meeting);
  const turn = suggestedTurn(queue, roll) ?? turns[0];
  if (!turn) {
    return (
      <Card className={look['none']}>
        <p>{words.nobodyWaits}</p>
        <p className="small muted">{nobodyHint(step)}</p>
      </Card>
    );
  }
  const next = turn.request;
  const callable = lit !== null;
  const mine = callable && lit.reason === undefined && step.step === 'call';
  // Whom everybody expects and who is not here: the list goes on without them.
  const passedOver = turns.filter(({ request }) => request.origin === 'prepared' && !canBeCalled(roll, request.person));
  return (
    <Card tone={mine ? 'next' : 'plain'} className={look['card']} aria-label={words.suggestion}>
      <div className={look['who']}>
        <p className="small muted">{mine ? words.suggestion : words.upcoming}</p>
        <p className={look['name']}>
          <strong>{nameOf(roll, next.person)}</strong>
          <span className="muted">
            {[affiliationOf(roll, next.person), next.kind === 'openFloorSpeech' ? '' : roomWords.speechKinds[next.kind], next.topic]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        <Reasons meeting={meeting} turn={turn} />
        {passedOver.length > 0 && (
          <p className="small muted">{words.skipped(passedOver.map(({ request }) => nameOf(roll, request.person)).join('、'))}</p>
        )}
      </div>
      {callable && (
        <div className={look['act']}>
          <Act
            bodies={callingBodies(meeting, next)}
            kind={step.step === 'call' ? 'primary' : 'plain'}
            className={step.step === 'call' ? (look['call'] ?? '') : ''}
            shortcut={keys.next}
            aria-describedby="calling-will"
          >
            {words.next}
          </Act>
          <p id="calling-will" className="small muted">
            {lit.reason === undefined && callingWill(meeting, next)}
          </p>
        </div>
      )}
    </Card>
  );
}

const nobodyHint = (next: NextStep): string => {
  if (next.step === 'enterStage') return words.nobodyWaitsStage(next.name);
  return next.step === 'conclude' ? words.nobodyWaitsEnd : words.nobodyWaitsHint;
};

/** Q10, Q11. What puts this one first comes first; what else speaks for them after it. */
function Reasons({ meeting: { roll, queue }, turn }: { readonly meeting: Held; readonly turn: Turn }) {
  const { request, group, hasSpoken, sectorHeard } = turn;
  const waitedMinutes = Math.max(0, Math.floor((useServerNow(10_000) - request.askedAt) / minuteMs));
  const attendee = attendeeOf(roll, request.person);
  const member = attendee?.role === 'member';
  return (
    <div className={look['why']}>
      <Tag tone="seal">{turnReason(turn)}</Tag>
      {member && !hasSpoken && turn.ahead !== 'notSpoken' && <Tag>{words.notSpokenToday}</Tag>}
      {member && hasSpoken && <Tag tone="grey">{words.spokenTimes(timesSpoken(queue, request.person))}</Tag>}
      {member && attendee.sector && !sectorHeard && turn.ahead !== 'sectorNotHeard' && <Tag>{words.sectorNotSpoken}</Tag>}
      {request.origin === 'asked' && group !== 'awaited' && <Tag tone="grey">{words.waited(waitedMinutes)}</Tag>}
    </div>
  );
}
