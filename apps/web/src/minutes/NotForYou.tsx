// Knows what somebody reads who may not read the minutes, or not yet; not who that is.
import { Link } from '@tanstack/react-router';
import { useMeeting } from '../live/index.ts';
import { buttonLook } from '../ui/Button.tsx';
import { EmptyState } from '../ui/states.tsx';
import { minutesWords as words } from '../words/zh/minutes.ts';
import { LeftBehind } from './LeftBehind.tsx';
import { MinutesHeader } from './MinutesHeader.tsx';

export function NotForYou({ screen }: { readonly screen: 'notYet' | 'never' }) {
  const { notice, phase } = useMeeting();
  const [title, hint] =
    screen === 'never'
      ? [words.notForObservers, words.notForObserversHint]
      : phase === 'cancelled'
        ? [words.cancelledTitle, '']
        : [words.notYet, words.notYetHint];
  return (
    <>
      <MinutesHeader />
      <main id="main" tabIndex={-1}>
        <LeftBehind />
        <EmptyState
          title={title}
          act={
            <Link to="/meeting/$meetingId" params={{ meetingId: notice.meeting }} className={buttonLook({ kind: 'primary' })}>
              {words.backToRoom}
            </Link>
          }
        >
          {hint}
        </EmptyState>
      </main>
    </>
  );
}
