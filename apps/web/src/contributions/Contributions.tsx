// Knows the table of contributions as a whole: what is wanted of it, what it comes to, how it leaves this screen.
import { contributionsOf, totalsOf, wantedFrom, wantedOf, type Wanted } from '@xieshang/record/contributions';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { contributionsAddress } from '../http/api.ts';
import { useMeeting, useServerNow } from '../live/index.ts';
import { ways } from '../meeting/room-at.ts';
import { Connection } from '../meeting/shared/Connection.tsx';
import { Button, buttonLook } from '../ui/Button.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { LargeTextSwitch } from '../ui/LargeTextSwitch.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { EmptyState } from '../ui/states.tsx';
import { dayAndTime } from '../words/time.ts';
import { contributionsWords as words } from '../words/zh/contributions.ts';
import look from './Contributions.module.css';
import { ContributionsTable } from './ContributionsTable.tsx';
import { choicesOf, wantedText } from './choices.ts';
import { Filters } from './Filters.tsx';
import { lengthText } from './lengths.ts';
import { TotalsTables } from './TotalsTables.tsx';

/** A clock that runs is drawn each second; else nothing here changes with time. */
const [eachSecond, seldom] = [1000, 60_000];

export function Contributions() {
  const meeting = useMeeting();
  const navigate = useNavigate();
  const wanted = wantedOf(useSearch({ from: '/signed-in/meeting/$meetingId/contributions' }));
  const now = useServerNow(meeting.queue.floor.phase === 'empty' ? seldom : eachSecond);
  const all = contributionsOf(meeting, now);
  const some = wantedFrom(all, wanted);
  const totals = totalsOf(some);
  const want = (next: Wanted) => {
    const search = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== ''));
    void navigate({ to: '.', search, replace: true, resetScroll: false });
  };
  const clear = () => want({ ...(wanted.order && { order: wanted.order }), ...(wanted.down && { down: wanted.down }) });
  const said = wantedText(wanted, choicesOf(all));
  const { stoppedMs, netMs } = totals.all;
  return (
    <div className={look['page']}>
      <Head wanted={wanted} />
      <main id="main" tabIndex={-1} className={look['body']}>
        <div className={look['papers']}>
          <h2>{words.paperTitle(meeting.notice.title)}</h2>
          <p>{dayAndTime('openedAt' in meeting ? meeting.openedAt : meeting.notice.startsAt)}</p>
          {said !== '' && <p>{words.filtered(said)}</p>}
        </div>
        {all.length === 0 ? (
          <EmptyState title={words.nobody}>{words.nobodyHint}</EmptyState>
        ) : (
          <>
            <Filters all={all} wanted={wanted} onWant={want} />
            <div className={look['count']}>
              <b role="status" className="num">
                {words.count(some.length, all.length)}
              </b>
              {some.length > 0 && (
                <span className="muted num">{words.sum(lengthText(netMs), stoppedMs < 1000 ? '' : lengthText(stoppedMs))}</span>
              )}
              {said !== '' && some.length > 0 && (
                <Button kind="quiet" size="small" className="no-print" onClick={clear}>
                  {words.clear}
                </Button>
              )}
            </div>
            {some.length === 0 ? (
              <EmptyState title={words.nothing} act={<Button onClick={clear}>{words.clear}</Button>}>
                {words.nothingHint}
              </EmptyState>
            ) : (
              <>
                <ContributionsTable some={some} wanted={wanted} onWant={want} />
                <TotalsTables totals={totals} />
              </>
            )}
          </>
        )}
      </main>
    </div>
  );
}

function Head({ wanted }: { readonly wanted: Wanted }) {
  const { notice, queue } = useMeeting();
  const some = queue.speeches.length > 0 || queue.floor.phase !== 'empty';
  const file = (ending: 'xlsx' | 'csv') => ({
    address: contributionsAddress(notice.meeting, ending, wanted),
    usualName: `${words.title}.${ending}`,
    said: words.exported,
  });
  return (
    <header className={`${look['head']} no-print`}>
      <SkipLink />
      <a href={ways.room(notice.meeting)} className={buttonLook({ kind: 'quiet', size: 'small' })}>
        {words.back}
      </a>
      <div className={look['title']}>
        <h1>{words.title}</h1>
        <span className="small muted">{notice.title}</span>
      </div>
      <Connection />
      {some && (
        <div className={look['acts']} role="group" aria-label={words.exportHint} title={words.exportHint}>
          <FileButton {...file('xlsx')}>{words.excel}</FileButton>
          <FileButton {...file('csv')}>{words.csv}</FileButton>
          <Button className={look['onDesks'] ?? ''} onClick={() => print()}>
            {words.print}
          </Button>
        </div>
      )}
      <LargeTextSwitch />
    </header>
  );
}
