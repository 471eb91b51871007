// Knows how true what is on the screen is, in a form, a colour and words; not how the line is held.
import { useSyncExternalStore } from 'react';
import { useLive } from '../../live/index.ts';
import { ConnectionDot } from '../../ui/ConnectionDot.tsx';
import { clockTimeWithSeconds } from '../../words/time.ts';
import { roomWords as words } from '../../words/zh/room.ts';
import look from './Connection.module.css';

function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      addEventListener('online', listener);
      addEventListener('offline', listener);
      return () => {
        removeEventListener('online', listener);
        removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
}

/** 已连接, or what is wrong and how old the data are. */
export function Connection() {
  const { connection, broken, heardAt, note } = useLive();
  const online = useOnline();
  if (broken) return <ConnectionDot state="off" text={words.broken} />;
  if (connection === 'live' && note.alarms.includes('storageFails')) return <ConnectionDot state="off" text={words.storageFails} />;
  if (connection === 'live' && note.alarms.includes('busy')) return <ConnectionDot state="wait" text={words.busy} />;
  if (connection === 'live') return <ConnectionDot state="on" text={words.connected} />;
  if (connection === 'refused') return <ConnectionDot state="off" text={words.refused} />;
  if (connection === 'signedOut') return <ConnectionDot state="off" text={words.signedOut} />;
  const waiting = connection === 'connecting' ? words.connecting : words.reconnecting;
  return (
    <span className={look['line']}>
      {online ? <ConnectionDot state="wait" text={waiting} /> : <ConnectionDot state="off" text={words.offline} />}
      {heardAt > 0 && <span className="small muted num">{words.dataAsOf(clockTimeWithSeconds(heardAt))}</span>}
    </span>
  );
}
