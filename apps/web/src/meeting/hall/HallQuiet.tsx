// Knows what the hall screen shows while nobody speaks or votes: before, between, in a break, at the end.
import { clockTime, dayAndTime } from '../../words/time.ts';
import { later } from '../../ui/later.tsx';
import { hallWords as words } from '../../words/zh/hall.ts';
import { roomWords } from '../../words/zh/room.ts';
import { AttendanceFigures } from '../shared/AttendanceFigures.tsx';
import { BaseCard } from '../shared/BaseCard.tsx';
import type { Held } from '../shared/held.ts';
import { toldResults } from '../shared/rounds.ts';
import { HallNext } from './HallNext.tsx';
import { stageNow } from '../shared/stage-now.ts';
import { awaitedNow, discussedNow, voteAhead } from './quiet.ts';
import look from './Hall.module.css';

/** Longer ones are set smaller, so that the figures keep their place under them. */
const longTopic = 36;

export function HallBefore({ meeting }: { readonly meeting: Held }) {
  const { notice } = meeting;
  return (
    <div className={look['centre']}>
      <p className={look['quiet']}>{words.welcome}</p>
      <p className={look['big']} data-long={(notice.topic || notice.title).length > longTopic || undefined}>
        {notice.topic || notice.title}
      </p>
      <p className={look['quiet']}>{`${dayAndTime(notice.startsAt)}　${notice.place}`}</p>
      <div className={look['figures']}>
        <AttendanceFigures meeting={meeting} />
      </div>
    </div>
  );
}

const HallAmendments = later(
  () => import('./HallAmendments.tsx'),
  (part) => part.HallAmendments,
);

/** Comes after the page: nobody has been heard when it opens. */
const HeardSectors = later(
  () => import('./HeardSectors.tsx'),
  (part) => part.HeardSectors,
);

export function HallQuiet({ meeting }: { readonly meeting: Held }) {
  const voted = toldResults(meeting);
  const waiting = awaitedNow(meeting, meeting.queue.waiting).length;
  const discussed = discussedNow(meeting);
  const ahead = voteAhead(meeting);
  if (discussed.length > 0) return <HallAmendments meeting={meeting} amendments={discussed} />;
  return (
    <section className={look['floor']} aria-label={roomWords.floor}>
      <div className={look['centre']}>
        <p className={look['quiet']}>{meeting.notice.topic}</p>
        <p className={look['big']}>{stageNow(meeting)?.name ?? words.quiet}</p>
        {waiting > 0 && <p className={look['quiet']}>{words.waitingList(waiting)}</p>}
        {!ahead && <HeardSectors meeting={meeting} />}
        {waiting === 0 && voted.length > 0 && <p className={look['quiet']}>{roomWords.summary(voted.map(({ result }) => result))}</p>}
        {ahead && (
          <div className={look['ahead']}>
            <BaseCard {...ahead} />
          </div>
        )}
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
  const voted = toldResults(meeting);
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
