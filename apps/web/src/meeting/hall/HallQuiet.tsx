// Knows what the hall screen shows while nobody speaks or votes: before, between, in a break, at the end.
import { undecidedAmendments } from '@xieshang/meeting';
import { clockTime, dayAndTime } from '../../words/time.ts';
import { later } from '../../ui/later.tsx';
import { hallWords as words } from '../../words/zh/hall.ts';
import { roomWords } from '../../words/zh/room.ts';
import { AttendanceFigures } from '../shared/AttendanceFigures.tsx';
import type { Held } from '../shared/held.ts';
import { motionsAt } from '../shared/scene.ts';
import { HallNext } from './HallNext.tsx';
import look from './Hall.module.css';

export function HallBefore({ meeting }: { readonly meeting: Held }) {
  const { notice } = meeting;
  return (
    <div className={look['centre']}>
      <p className={look['quiet']}>{words.welcome}</p>
      <p className={look['big']}>{notice.topic || notice.title}</p>
      <p className={look['quiet']}>{`${dayAndTime(notice.startsAt)}　${notice.place}`}</p>
      <div className={look['figures']}>
        <AttendanceFigures meeting={meeting} />
      </div>
    </div>
  );
}

const HallAmendments = later(() => import('./HallAmendments.tsx').then((part) => part.HallAmendments));

/** The stage at which the drafts are gone through clause by clause, as the templates name it. */
const deliberation = 'deliberation';

const openAmendments = (meeting: Held) =>
  Object.values(meeting.recommendations)
    .toSorted((one, other) => one.number - other.number)
    .flatMap(({ motionId }) => undecidedAmendments(meeting, motionId));

/** Comes after the page: nobody has been heard when it opens. */
const HeardSectors = later(() => import('./HeardSectors.tsx').then((part) => part.HeardSectors));

export function HallQuiet({ meeting }: { readonly meeting: Held }) {
  const at = 'stageId' in meeting ? meeting.stageId : null;
  const stage = meeting.agenda.stages.find(({ stageId }) => stageId === at);
  const voted = motionsAt(meeting, 'announced');
  const waiting = meeting.queue.waiting.length;
  const discussed = at === deliberation ? openAmendments(meeting) : [];
  if (discussed.length > 0) return <HallAmendments meeting={meeting} amendments={discussed} />;
  return (
    <section className={look['floor']} aria-label={roomWords.floor}>
      <div className={look['centre']}>
        <p className={look['quiet']}>{meeting.notice.topic}</p>
        <p className={look['big']}>{stage?.name ?? words.quiet}</p>
        {waiting > 0 && <p className={look['quiet']}>{words.waitingList(waiting)}</p>}
        <HeardSectors meeting={meeting} />
        {waiting === 0 && voted.length > 0 && <p className={look['quiet']}>{roomWords.summary(voted.map(({ result }) => result))}</p>}
      </div>
      <HallNext meeting={meeting} />
    </section>
  );
}

export function HallSaying({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div className={look['centre']}>
      <p className={look['big']}>{title}</p>
      <p className={look['quiet']}>{text}</p>
    </div>
  );
}

export function HallConcluded({ meeting }: { readonly meeting: Held }) {
  const voted = motionsAt(meeting, 'announced');
  return (
    <div className={look['centre']}>
      <p className={look['big']}>{roomWords.concluded}</p>
      {voted.length > 0 && <p>{roomWords.summary(voted.map(({ result }) => result))}</p>}
      <p className={look['quiet']}>
        {words.thanks}
        {meeting.phase === 'concluded' && `　${roomWords.concludedAt(clockTime(meeting.concludedAt))}`}
      </p>
    </div>
  );
}
