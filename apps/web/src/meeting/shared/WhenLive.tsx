// Knows what to show while there is no meeting to show: on the way in, not convened, refused, signed out.
import { lazy, Suspense, type ReactNode } from 'react';
import { useLive, type Live } from '../../live/index.ts';
import { buttonLook, Button } from '../../ui/Button.tsx';
import { EmptyState, Loading } from '../../ui/states.tsx';
import { refusalSentence } from '../../words/refusals.ts';
import { memberWords as words } from '../../words/zh/member.ts';
import { roomWords } from '../../words/zh/room.ts';

const SetBackNote = lazy(() => import('../set-back/SetBackNote.tsx'));

interface WhenLiveProps {
  /** The screen is for people of the roll only; without it the office may look in from outside the roll. */
  readonly needsViewer?: boolean;
  readonly children: ReactNode;
}

/** Once there is a meeting its last state stays on screen, whatever becomes of the line; only a lost right takes it away. */
export function WhenLive({ needsViewer = false, children }: WhenLiveProps) {
  const live = useLive();
  const noEntry = (
    <main>
      <NoEntry live={live} />
    </main>
  );
  if (live.connection === 'refused' || live.connection === 'signedOut') return noEntry;
  if (live.meeting && (live.viewer || !needsViewer)) {
    return (
      <>
        {needsViewer && live.setBack && (
          <Suspense>
            <SetBackNote setBack={live.setBack} />
          </Suspense>
        )}
        {children}
      </>
    );
  }
  if (live.meeting) return noEntry;
  if (live.connection !== 'live')
    return <Loading text={live.connection === 'connecting' ? roomWords.connecting : roomWords.reconnecting} />;
  return (
    <main>
      <EmptyState as="h1" title={words.waitingForConvening} act={<ToMeetings />}>
        {words.waitingForConveningHint}
      </EmptyState>
    </main>
  );
}

function NoEntry({ live: { connection, refusal } }: { readonly live: Live }) {
  if (connection === 'signedOut') {
    const back = encodeURIComponent(`${location.pathname}${location.search}`);
    return (
      <EmptyState
        as="h1"
        title={words.signedOutTitle}
        act={
          <a className={buttonLook({ kind: 'primary' })} href={`/sign-in?return=${back}`}>
            {words.signIn}
          </a>
        }
      >
        {words.signedOutHint}
      </EmptyState>
    );
  }
  const why = refusal?.type === 'TooManyDevices' ? words.tooManyDevices : refusalSentence(refusal ?? { type: 'NotOnRoll' });
  return (
    <EmptyState
      as="h1"
      title={words.noEntry}
      act={
        <>
          <Button onClick={() => location.reload()}>{words.reload}</Button>
          <ToMeetings />
        </>
      }
    >
      {why}
    </EmptyState>
  );
}

const ToMeetings = () => (
  <a className={buttonLook({ kind: 'quiet' })} href="/">
    {words.backToList}
  </a>
);
