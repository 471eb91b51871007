// The past of minutes that are issued: the office reads and compares the drafts, with one another and with the issued text; nothing comes back.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../../../http/client.ts';
import { overviewQuery, type Version } from '../../../http/history.ts';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorPanel, Loading } from '../../../ui/states.tsx';
import { historyWords as words } from '../../../words/zh/minutes-history.ts';
import { choicesOf, Compare, ReadVersion } from './Compare.tsx';
import { Playback } from './Playback.tsx';
import { versionKey } from './version-name.ts';
import { Versions } from './Versions.tsx';

type View =
  | { readonly kind: 'read'; readonly version: Version }
  | { readonly kind: 'compare'; readonly from: string }
  | { readonly kind: 'playback' };

export default function DraftHistory() {
  const { notice, roll } = useMeeting();
  const [view, setView] = useState<View | null>(null);
  const overview = useQuery(overviewQuery(notice.meeting));
  const close = () => setView(null);
  if (overview.isPending) return <Loading />;
  if (!overview.data) {
    return (
      <ErrorPanel title={words.failed} onRetry={() => void overview.refetch()}>
        {messageOf(overview.error)}
      </ErrorPanel>
    );
  }
  return (
    <div className="stack">
      {overview.data.frames.length > 0 && (
        <div>
          <Button size="small" onClick={() => setView({ kind: 'playback' })}>
            {words.playback}
          </Button>
        </div>
      )}
      <Versions
        overview={overview.data}
        roll={roll}
        compareWord={words.compareIssued}
        onRead={(version) => setView({ kind: 'read', version })}
        onCompare={(version) => setView({ kind: 'compare', from: versionKey(version) })}
      />
      {view?.kind === 'read' && (
        <ReadVersion
          version={view.version}
          onCompare={() => setView({ kind: 'compare', from: versionKey(view.version) })}
          onClose={close}
        />
      )}
      {view?.kind === 'compare' && <Compare choices={choicesOf(overview.data, roll, words.issuedText)} from={view.from} onClose={close} />}
      {view?.kind === 'playback' && <Playback overview={overview.data} onClose={close} />}
    </div>
  );
}
