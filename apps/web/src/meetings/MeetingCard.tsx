// Knows one meeting of the list and the ways into it.
import { Link } from '@tanstack/react-router';
import type { MeetingPhase, MeetingSummary } from '../http/shapes.ts';
import { buttonLook } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Tag, type Tone } from '../ui/Tag.tsx';
import { meetingsWords as words } from '../words/zh/meetings.ts';
import { phaseWords, rehearsalWord, roleWords } from '../words/zh/roles.ts';
import { dayAndTime } from '../words/time.ts';
import look from './Meetings.module.css';

const tones: Readonly<Record<MeetingPhase, Tone>> = {
  draft: 'amber',
  convened: 'blue',
  inSession: 'jade',
  suspended: 'amber',
  concluded: 'grey',
  cancelled: 'grey',
};

export function MeetingCard({ meeting, office }: { readonly meeting: MeetingSummary; readonly office: boolean }) {
  const { phase, kind, title, topic, place, startsAt, role, eligible } = meeting;
  return (
    <Card as="li" className={look['meeting'] ?? ''}>
      <div className={look['about']}>
        <div className="row">
          <Tag tone={tones[phase]}>{phaseWords[phase]}</Tag>
          {kind === 'rehearsal' && <Tag tone="amber">{rehearsalWord}</Tag>}
          <span className="small muted">{role ? words.myPart(roleWords[role]) : words.onlyOffice}</span>
        </div>
        <h3>{title || words.noTitle}</h3>
        {topic && <p>{topic}</p>}
        <p className="small muted num">
          {dayAndTime(startsAt)} · {place || words.noPlace}
          {phase !== 'draft' && ` · ${words.eligible(eligible)}`}
        </p>
      </div>
      <Ways meeting={meeting} office={office} />
    </Card>
  );
}

function Ways({ meeting, office }: { readonly meeting: MeetingSummary; readonly office: boolean }) {
  const { role } = meeting;
  const params = { meetingId: meeting.meeting };
  if (meeting.phase === 'draft') {
    if (!office) return null;
    return (
      <div className={look['acts']}>
        <Link to="/meeting/$meetingId/prepare" params={params} className={buttonLook({ size: 'large' })}>
          {words.prepare}
        </Link>
      </div>
    );
  }
  const ended = meeting.phase === 'concluded' || meeting.phase === 'cancelled';
  return (
    <div className={look['acts']}>
      {office && (
        <Link to="/meeting/$meetingId/prepare" params={params} className={buttonLook({ size: 'large' })}>
          {words.office}
        </Link>
      )}
      {meeting.phase === 'concluded' && role && role !== 'observer' && (
        <Link to="/meeting/$meetingId/minutes" params={params} className={buttonLook({ size: 'large' })}>
          {words.minutes}
        </Link>
      )}
      <Link to="/meeting/$meetingId" params={params} className={buttonLook({ kind: ended ? 'plain' : 'primary', size: 'large' })}>
        {ended ? words.view : words.enter}
      </Link>
    </div>
  );
}
