// Knows what a guest of a meeting that is over is told of its minutes, and the way to them; not what they say.
import { mayReadMinutes } from '@xieshang/meeting';
import { EvidenceButton } from '../../evidence/EvidenceButton.tsx';
import { useMeeting, useViewer } from '../../live/index.ts';
import { buttonLook } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { roomWords as words } from '../../words/zh/room.ts';
import { ways } from '../room-at.ts';

export function MinutesCard() {
  const meeting = useMeeting();
  const { person } = useViewer();
  const readable = meeting.minutes.phase === 'issued' && mayReadMinutes(meeting, person);
  return (
    <Card tone={readable ? 'next' : 'plain'} className="stack">
      <h2>{words.theMinutes}</h2>
      <p className={readable ? undefined : 'muted'}>{readable ? words.minutesIssued : words.minutesLater}</p>
      {readable && (
        <a href={ways.minutes(meeting.notice.meeting)} className={buttonLook({ kind: 'primary', size: 'large' })}>
          {words.readMinutes}
        </a>
      )}
      <div className="row">
        <a href={ways.contributions(meeting.notice.meeting)} className={buttonLook()}>
          {words.contributions}
        </a>
        <EvidenceButton meeting={meeting.notice.meeting} />
      </div>
    </Card>
  );
}
