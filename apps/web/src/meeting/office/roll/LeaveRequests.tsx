// Knows the leaves asked for, their reasons, and the two answers; the reason itself is kept elsewhere and may be erased.
import { useQuery } from '@tanstack/react-query';
import { personId } from '@xieshang/meeting';
import { api } from '../../../http/api.ts';
import { messageOf } from '../../../http/client.ts';
import { useMeeting } from '../../../live/index.ts';
import { Card } from '../../../ui/Card.tsx';
import { Tag } from '../../../ui/Tag.tsx';
import { dayAndTime } from '../../../words/time.ts';
import { officeRollWords as words } from '../../../words/zh/office-roll.ts';
import { affiliationOf, nameOf } from '../../shared/people.ts';
import { Act } from '../act.tsx';
import look from './roll.module.css';
import { Heading } from '../Heading.tsx';

export function LeaveRequests() {
  const { roll } = useMeeting();
  const leaves = Object.entries(roll.leaves).map(([person, leave]) => [personId(person), leave] as const);
  const asked = leaves.filter(([, leave]) => leave.phase === 'requested');
  const approved = leaves.filter(([, leave]) => leave.phase === 'approved').map(([person]) => person);
  return (
    <Card className={look['leaves']} aria-label={words.leaves}>
      <Heading>{words.leaves}</Heading>
      {asked.length === 0 && <p className="muted">{words.leavesNone}</p>}
      <ul>
        {asked.map(([person, leave]) => (
          <li key={person}>
            <p>
              <b>{nameOf(roll, person)}</b> <span className="small muted">{affiliationOf(roll, person)}</span>
            </p>
            {leave.phase === 'requested' && (
              <>
                <p className="small muted">{words.leaveAt(dayAndTime(leave.at))}</p>
                <Reason digest={leave.reasonDigest} />
              </>
            )}
            <div className="row">
              <Act bodies={[{ type: 'ApproveLeave', person }]} size="small">
                {words.approve}
              </Act>
              <Act bodies={[{ type: 'DeclineLeave', person }]} size="small" kind="quiet">
                {words.decline}
              </Act>
            </div>
          </li>
        ))}
      </ul>
      {approved.length > 0 && (
        <p className="row">
          <Tag>{words.approvedCount(approved.length)}</Tag>
          <span className="small muted">{approved.map((person) => nameOf(roll, person)).join('、')}</span>
        </p>
      )}
    </Card>
  );
}

function Reason({ digest }: { readonly digest: string }) {
  const { notice } = useMeeting();
  const { data, error } = useQuery({
    queryKey: ['private-words', notice.meeting, digest],
    queryFn: () => api.privateWords(notice.meeting, digest),
    staleTime: Infinity,
  });
  const said = error ? messageOf(error) : !data ? words.leaveReading : 'text' in data ? data.text : words.leaveErased;
  return (
    <p className={look['reason']}>
      <span className="muted">{words.leaveReason}：</span>
      {said}
    </p>
  );
}
