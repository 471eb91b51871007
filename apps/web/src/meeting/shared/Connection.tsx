// Knows how true what is on the screen is, in a form, a colour and words; not how the line is held.
import { useRef, useSyncExternalStore } from 'react';
import { useLive, useServerNow } from '../../live/index.ts';
import { ConnectionDot } from '../../ui/ConnectionDot.tsx';
import { clockTimeWithSeconds } from '../../words/time.ts';
import { roomWords as words } from '../../words/zh/room.ts';

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

/** The instant (epoch ms) up to which everything shown is known to be true; null before the first state. */
export function useDataAsOf(): number | null {
  const { connection, meeting } = useLive();
  const now = useServerNow(1000);
  const last = useRef<number | null>(null);
  if (connection === 'live' && meeting) last.current = now;
  return last.current;
}

/** 已连接, or what is wrong and how old the data are. */
export function Connection() {
  const { connection, broken } = useLive();
  const online = useOnline();
  const asOf = useDataAsOf();
  if (broken) return <ConnectionDot state="off" text={words.broken} />;
  if (connection === 'live') return <ConnectionDot state="on" text={words.connected} />;
  const stale = asOf === null ? '' : ` · ${words.dataAsOf(clockTimeWithSeconds(asOf))}`;
  if (connection === 'refused') return <ConnectionDot state="off" text={words.refused} />;
  if (connection === 'signedOut') return <ConnectionDot state="off" text={words.signedOut} />;
  if (!online) return <ConnectionDot state="off" text={`${words.offline}${stale}`} />;
  return <ConnectionDot state="wait" text={`${connection === 'connecting' && asOf === null ? words.connecting : words.reconnecting}${stale}`} />;
}
