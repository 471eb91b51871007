// Knows where this member stands on the list, or that it is their turn; the act to withdraw is in the bar below.
import { useMeeting, useServerNow, useViewer } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { memberWords as words } from '../../words/zh/member.ts';
import { placeInList } from '../shared/list-order.ts';
import { waitMs } from '../shared/speech-clock.ts';
import look from './Now.module.css';

const minuteMs = 60_000;

export function MyPlace() {
  const { queue } = useMeeting();
  const { person } = useViewer();
  const now = useServerNow(5_000);
  const mine = placeInList(queue, person);
  if (!mine) return null;
  const { request, place } = mine;
  const minutes = Math.round((waitMs(queue, request.requestId, now) ?? 0) / minuteMs);
  return (
    <Card tone="mine">
      <p className="small">{request.origin !== 'asked' ? words.preparedPlace : words.inList}</p>
      <p className={look['place']}>
        {words.placeBefore} <strong>{place}</strong> {words.placeAfter}
        {minutes > 0 && `，${words.about(minutes)}`}
      </p>
      {request.topic && <p className="small muted">{request.topic}</p>}
      {place === 1 && <p>{words.youAreNext}</p>}
    </Card>
  );
}
