// Knows by what means this device tells its owner that their turn comes, and lets them try and change it.
import { useMeeting } from '../../live/index.ts';
import { setMuted, useMuted } from '../../ui/beep.ts';
import { Button } from '../../ui/Button.tsx';
import { useNotices } from '../../ui/notices.tsx';
import { nextWords as words } from '../../words/zh/next.ts';
import { call } from './call.ts';
import placeLook from '../member/Now.module.css';
import look from './Reminders.module.css';
import { askConsent, notify, useConsent, type Consent } from './system-notice.ts';

const noticeWords: Readonly<Record<Consent, string>> = {
  granted: words.allowed,
  default: words.off,
  denied: words.denied,
  insecure: words.insecure,
  unsupported: words.notHere,
};

export function Reminders() {
  const { rules, notice } = useMeeting();
  const { cues } = rules;
  const consent = useConsent();
  const muted = useMuted();
  const { say } = useNotices();
  const vibrates = 'vibrate' in navigator;
  const tryIt = () => {
    call('next', cues);
    void notify({ title: words.tryTitle, body: notice.title, tag: `${notice.meeting} try` });
    say(words.tried);
  };
  return (
    <details className={placeLook['whyPlace']}>
      <summary>{consent === 'default' ? words.howMore : words.how}</summary>
      <dl className={look['means']}>
        <dt>{words.sound}</dt>
        <dd>
          {cues?.sound === 'off' ? (
            words.notByRules
          ) : (
            <label className={look['mute']}>
              <input type="checkbox" checked={muted} onChange={(event) => setMuted(event.target.checked)} />
              {words.mutedHere}
            </label>
          )}
        </dd>
        <dt>{words.vibration}</dt>
        <dd>{cues?.vibration === 'off' ? words.notByRules : vibrates ? words.on : words.notHere}</dd>
        <dt>{words.notice}</dt>
        <dd>{noticeWords[consent]}</dd>
      </dl>
      {consent !== 'granted' && <p className="small muted">{words.stay}</p>}
      <p className={look['acts']}>
        {consent === 'default' && <Button onClick={() => void askConsent()}>{words.turnOn}</Button>}
        <Button onClick={tryIt}>{words.tryIt}</Button>
      </p>
    </details>
  );
}
