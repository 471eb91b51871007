// Knows the head of the room: title, phase, who is here, the quorum, the time of day, the truth of the line.
import { attendance } from '@xieshang/meeting';
import { DocumentsMenu } from '../../documents/DocumentsMenu.tsx';
import { useConnection, useLive, useMeeting, useSend, useServerNow } from '../../live/index.ts';
import { buttonLook } from '../../ui/Button.tsx';
import { LargeTextSwitch } from '../../ui/LargeTextSwitch.tsx';
import { Tag, type Tone } from '../../ui/Tag.tsx';
import { clockTime } from '../../words/time.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { phaseWords } from '../../words/zh/roles.ts';
import { roomWords } from '../../words/zh/room.ts';
import { Connection } from '../shared/Connection.tsx';
import { nameOf } from '../shared/people.ts';
import { ways } from '../room-at.ts';
import { SentAsides } from './aside/SentAsides.tsx';
import { MentionedInMinutes } from './MentionedInMinutes.tsx';
import look from './OfficeHeader.module.css';

const tones: Readonly<Record<string, Tone>> = { inSession: 'jade', suspended: 'amber', cancelled: 'seal', concluded: 'grey' };

export function OfficeHeader() {
  const meeting = useMeeting();
  const { notice, phase, roll, presiding } = meeting;
  const { viewer, note, network } = useLive();
  const { alarms } = note;
  return (
    <header className={look['head']}>
      <div className={look['title']}>
        <a href="/" className={look['home']} aria-label={words.backToList}>
          <img src="/icon.svg" alt="" />
        </a>
        <h1 title={`${notice.title} · ${notice.topic}`}>{roomWords.shortTitle(notice.title)}</h1>
        <Tag tone={tones[phase] ?? 'blue'}>{phaseWords[phase]}</Tag>
        {notice.kind === 'rehearsal' && <Tag tone="amber">{roomWords.rehearsal}</Tag>}
      </div>
      <Figures />
      <div className={look['truth']}>
        {presiding !== viewer?.person && <span className="small muted">{words.presiding(nameOf(roll, presiding))}</span>}
        <Underway />
        <TimeOfDay />
        <Connection />
        <SentAsides />
        {viewer?.role === 'secretary' && (
          <a href={ways.prepare(notice.meeting)} className={buttonLook({ kind: 'quiet', size: 'small' })}>
            {words.prepare}
          </a>
        )}
        <a href={ways.minutes(notice.meeting)} className={buttonLook({ kind: 'quiet', size: 'small' })}>
          {roomWords.theMinutes}
        </a>
        <DocumentsMenu meeting={notice.meeting} kind="quiet" size="small" />
        <a href={ways.screen(notice.meeting)} target="_blank" rel="noreferrer" className={buttonLook({ kind: 'quiet', size: 'small' })}>
          {words.screen}
        </a>
        <LargeTextSwitch />
      </div>
      {network !== 'fine' && (
        <p className="small muted" role="status">
          {words.network[network]}
        </p>
      )}
      <MentionedInMinutes />
      {alarms.length > 0 && (
        <ul className={look['alarms']} aria-label={words.alarms} role="alert">
          {alarms.map((alarm) => (
            <li key={alarm}>{words.alarm[alarm]}</li>
          ))}
        </ul>
      )}
    </header>
  );
}

function Figures() {
  const { roll, rules } = useMeeting();
  const { eligible, present, online, onLeave, needed, quorumMet } = attendance(roll, rules.quorum);
  const figures: readonly (readonly [string, number])[] = [
    [words.eligible, eligible],
    [words.present, present],
    [words.onLeave, onLeave],
  ];
  return (
    <div className={look['figures']} role="group" aria-label={words.figures}>
      {figures.map(([name, figure]) => (
        <span key={name} className="muted">
          {name} <b className="num">{figure}</b>
          {name === words.present && online > 0 && <span className="small num">{words.online(online)}</span>}
        </span>
      ))}
      <Tag tone={quorumMet ? 'jade' : 'amber'}>{quorumMet ? words.quorumMet : words.quorumMissing(needed)}</Tag>
    </div>
  );
}

/** Said only while the line is away: a press that waits is not yet true. */
function Underway() {
  const connection = useConnection();
  const { sending } = useSend();
  if (connection === 'live' || sending.size === 0) return null;
  return (
    <span role="status" className={look['underway']}>
      {words.underway}
    </span>
  );
}

function TimeOfDay() {
  return <time className="num">{clockTime(useServerNow(1000))}</time>;
}
