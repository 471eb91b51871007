// Knows the notice of a meeting as it is read and printed; not who has read it.
import type { Attendee, Stage } from '@xieshang/meeting';
import { Fragment } from 'react';
import type { MeetingSummary } from '../../http/shapes.ts';
import { ways } from '../../meeting/room-at.ts';
import { buttonLook } from '../../ui/Button.tsx';
import { clockTime, dayAndTime } from '../../words/time.ts';
import { meetingsWords } from '../../words/zh/meetings.ts';
import { agendaWords, convenedWords as words, prepareWords } from '../../words/zh/prepare.ts';
import { roleWords } from '../../words/zh/roles.ts';
import look from './convened.module.css';

const minuteMs = 60_000;

interface NoticeProps {
  readonly meeting: MeetingSummary;
  readonly attendees: readonly Attendee[];
  readonly stages: readonly Stage[];
}

export function Notice({ meeting, attendees, stages }: NoticeProps) {
  const { title, topic, place, startsAt } = meeting;
  const named = (role: 'member' | 'departmentRep') =>
    attendees.filter((one) => one.role === role).map(({ name, unit }) => (role === 'departmentRep' && unit ? `${unit}（${name}）` : name));
  return (
    <article className={look['notice']}>
      <h2>{words.notice}</h2>
      <p className={look['title']}>{title}</p>
      <dl>
        <dt>{words.time}</dt>
        <dd className="num">{dayAndTime(startsAt)}</dd>
        <dt>{words.place}</dt>
        <dd>{place || meetingsWords.noPlace}</dd>
        {topic && (
          <>
            <dt>{words.topic}</dt>
            <dd>{topic}</dd>
          </>
        )}
        <dt>{prepareWords.sections.agenda}</dt>
        <dd>
          <ol>
            {stages.map(({ stageId, name, minutes }, index) => (
              <li key={stageId} className="num">
                {`${clockTime(startsAt + stages.slice(0, index).reduce((sum, one) => sum + one.minutes, 0) * minuteMs)}　${name}　${minutes} ${agendaWords.minutes}`}
              </li>
            ))}
          </ol>
        </dd>
        {(['member', 'departmentRep'] as const).map((role) => {
          const names = named(role);
          return names.length === 0 ? null : (
            <Fragment key={role}>
              <dt>{roleWords[role]}</dt>
              <dd>{names.join('、')}</dd>
            </Fragment>
          );
        })}
      </dl>
      <p className="no-print">
        <a className={buttonLook({ kind: 'primary' })} href={ways.document(meeting.meeting, 'notice')} target="_blank" rel="noreferrer">
          {words.asDocument}
        </a>
      </p>
    </article>
  );
}
