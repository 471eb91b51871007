// Knows the line that says all along that this is a rehearsal, with the ways out of it; not what is rehearsed.
import { useMeeting } from '../../../live/index.ts';
import { buttonLook } from '../../../ui/Button.tsx';
import { rehearsalWords as words } from '../../../words/zh/rehearsal.ts';
import { ways } from '../../room-at.ts';
import { Act } from '../act.tsx';
import { PracticePanel } from './PracticePanel.tsx';
import look from './practice.module.css';

export function RehearsalBar() {
  const { notice, phase } = useMeeting();
  const { rehearses } = notice;
  const out = rehearses === undefined ? '/' : ways.room(rehearses);
  return (
    <div className={look['bar']} role="group" aria-label={words.bar}>
      <p className={look['what']}>
        <b>{phase === 'cancelled' ? words.cleared : words.bar}</b> <span className="small">{words.barHint}</span>
      </p>
      {rehearses !== undefined && (
        <a href={out} className={buttonLook({ size: 'small', kind: 'quiet' })}>
          {words.toMeeting}
        </a>
      )}
      <Act
        bodies={[{ type: 'CancelMeeting', reason: words.clearReason }]}
        size="small"
        ask={{ title: words.clearTitle, will: words.clearWill, act: words.clear }}
        onDone={() => location.assign(out)}
      >
        {words.clear}
      </Act>
      <PracticePanel />
    </div>
  );
}
