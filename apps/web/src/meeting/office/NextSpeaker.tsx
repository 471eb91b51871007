// Knows whom to suggest next and why, and the one press that calls them; not the rest of the list.
import type { Request } from '@xieshang/meeting';
import { attendeeOf } from '@xieshang/meeting';
import { useMeeting, useServerNow } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { officeWords as words } from '../../words/zh/office.ts';
import { roomWords } from '../../words/zh/room.ts';
import type { Held } from '../shared/held.ts';
import { affiliationOf, nameOf } from '../shared/people.ts';
import { Act, useLit, type Bodies } from './act.tsx';
import { isAwaited } from './find-people.ts';
import look from './NextSpeaker.module.css';
import { minuteMs } from './schedule.ts';
import { sectorHasSpoken, timesSpoken } from './sector-times.ts';

/** Calls a waiting speaker; a speech that is running ends first. */
export const callingBodies = ({ queue: { floor } }: Held, { requestId }: Request): Bodies =>
  floor.phase === 'empty'
    ? [{ type: 'GiveFloor', requestId }]
    : [
        { type: 'EndSpeech', requestId: floor.request.requestId },
        { type: 'GiveFloor', requestId },
      ];

export function NextSpeaker() {
  const meeting = useMeeting();
  const { queue, roll } = meeting;
  // Who presides may close the list at any time: theirs is the call, the others only see whose turn it is.
  const lit = useLit({ type: 'CloseQueue' });
  const next = queue.waiting.find(({ person }) => !isAwaited(roll, person)) ?? queue.waiting[0];
  if (!next) {
    return (
      <Card className={look['none']}>
        <p>{words.nobodyWaits}</p>
        <p className="small muted">{words.nobodyWaitsHint}</p>
      </Card>
    );
  }
  const callable = lit !== null;
  const mine = callable && lit.reason === undefined;
  const passedOver = queue.waiting.slice(0, queue.waiting.indexOf(next));
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
        <Reasons meeting={meeting} request={next} />
        {passedOver.length > 0 && (
          <p className="small muted">{words.skipped(passedOver.map(({ person }) => nameOf(roll, person)).join('、'))}</p>
        )}
      </div>
      {callable && (
        <div className={look['act']}>
          <Act
            bodies={callingBodies(meeting, next)}
            kind="primary"
            className={look['call'] ?? ''}
            shortcut={{ key: 'n', shown: 'N' }}
            aria-describedby="calling-will"
          >
            {words.next}
          </Act>
          <p id="calling-will" className="small muted">
            {queue.floor.phase === 'empty' || !mine ? '' : words.nextEndsFirst(nameOf(roll, queue.floor.request.person))}
          </p>
        </div>
      )}
    </Card>
  );
}

function Reasons({ meeting: { roll, queue }, request }: { readonly meeting: Held; readonly request: Request }) {
  const waitedMinutes = Math.max(0, Math.floor((useServerNow(10_000) - request.askedAt) / minuteMs));
  const attendee = attendeeOf(roll, request.person);
  const times = timesSpoken(queue, request.person);
  return (
    <div className={look['why']}>
      {isAwaited(roll, request.person) && <Tag tone="amber">{words.notHereYet}</Tag>}
      {attendee?.role === 'member' &&
        (times === 0 ? <Tag tone="seal">{words.notSpokenToday}</Tag> : <Tag tone="grey">{words.spokenTimes(times)}</Tag>)}
      {attendee?.sector && !sectorHasSpoken(roll, queue, attendee.sector) && <Tag tone="seal">{words.sectorNotSpoken}</Tag>}
      {request.origin !== 'asked' ? <Tag>{words.prepared}</Tag> : <Tag>{words.waited(waitedMinutes)}</Tag>}
    </div>
  );
}
