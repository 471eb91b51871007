// Knows which proxies would count if a vote were opened now, as the office reads them; who gave them to whom is the members' affair.
import { votersNow, type PersonId } from '@xieshang/meeting';
import { useMeeting } from '../../../live/index.ts';
import { proxyWords as words } from '../../../words/zh/proxies.ts';
import { nameOf } from '../../shared/people.ts';

/** Nothing where the meeting's rules know no proxies. */
export function Proxies() {
  const meeting = useMeeting();
  const { roll, rules } = meeting;
  if (!rules.proxies) return null;
  const counting = Object.entries(votersNow(meeting, 'named').proxies) as [PersonId, PersonId][];
  const idle = Object.keys(meeting.proxies).length - counting.length;
  const names = counting.map(([principal, holder]) => words.counting(nameOf(roll, principal), nameOf(roll, holder)));
  return (
    <span className="small">
      <span className="muted">{`${words.list}　`}</span>
      {names.length === 0 ? words.none : names.join('、')}
      {idle > 0 && <span className="muted">{`　${words.idle(idle)}`}</span>}
    </span>
  );
}
