// Knows how to say a sentence in passing, seen and heard; not what it says.
import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { common } from '../words/zh/common.ts';
import look from './notices.module.css';

interface Notice {
  readonly id: number;
  readonly text: string;
  readonly warn: boolean;
}

interface Notices {
  /** Goes by itself after some seconds. */
  readonly say: (text: string) => void;
  /** Stays until it is closed or a later sentence takes its place. */
  readonly warn: (text: string) => void;
}

const Saying = createContext<Notices>({ say: () => undefined, warn: () => undefined });
export const useNotices = (): Notices => useContext(Saying);

const shownMs = 6000;
let last = 0;

interface NoticeProviderProps {
  readonly children: ReactNode;
  /** Gets the way to say something from outside the pages. */
  readonly onReady?: (say: Notices['say']) => void;
}

export function NoticeProvider({ children, onReady }: NoticeProviderProps) {
  const [notice, setNotice] = useState<Notice | null>(null);
  const put = useCallback((text: string, warn: boolean) => {
    last += 1;
    setNotice({ id: last, text, warn });
  }, []);
  const notices = useMemo<Notices>(() => ({ say: (text) => put(text, false), warn: (text) => put(text, true) }), [put]);
  useEffect(() => onReady?.(notices.say), [onReady, notices]);
  useEffect(() => {
    if (!notice || notice.warn) return undefined;
    const timer = setTimeout(() => setNotice(null), shownMs);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <Saying value={notices}>
      {children}
      <div className={`${look['region']} no-print`}>
        <div role="status" aria-live="polite">
          {notice && !notice.warn && <Shown key={notice.id} notice={notice} onClose={() => setNotice(null)} />}
        </div>
        <div role="alert">{notice?.warn && <Shown key={notice.id} notice={notice} onClose={() => setNotice(null)} />}</div>
      </div>
    </Saying>
  );
}

function Shown({ notice, onClose }: { readonly notice: Notice; readonly onClose: () => void }) {
  return (
    <div className={notice.warn ? `${look['notice']} ${look['warn']}` : look['notice']}>
      <span>{notice.text}</span>
      <button type="button" className={look['close']} onClick={onClose}>
        {common.gotIt}
      </button>
    </div>
  );
}
