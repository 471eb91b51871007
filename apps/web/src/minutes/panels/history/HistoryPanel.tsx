// The panel 历史 beside the text: versions to read, compare, name and bring back, a playback, words found again, and whose words are whose.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../../../http/client.ts';
import { historyApi, overviewQuery, type Version } from '../../../http/history.ts';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { ErrorPanel, Loading } from '../../../ui/states.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { historyWords as words } from '../../../words/zh/minutes-history.ts';
import type { PanelProps } from '../panel.ts';
import { choicesOf, Compare, ReadVersion } from './Compare.tsx';
import { Found } from './Found.tsx';
import look from './History.module.css';
import { NameVersion } from './NameVersion.tsx';
import { Playback } from './Playback.tsx';
import { bringBack, type Restored } from './restore.ts';
import { versionKey, versionName } from './version-name.ts';
import { Versions } from './Versions.tsx';
import { WhoWrote } from './WhoWrote.tsx';

type View =
  | { readonly kind: 'read'; readonly version: Version }
  | { readonly kind: 'compare'; readonly from: string }
  | { readonly kind: 'playback' | 'name' };

/** Others write on while the list is looked at, ms. */
const askEvery = 30_000;

interface Back {
  readonly name: string;
  readonly undo: () => boolean;
}

export default function HistoryPanel({ open, editable }: PanelProps) {
  const meeting = useMeeting();
  const { notice, roll } = meeting;
  const [tab, setTab] = useState('versions');
  const [view, setView] = useState<View | null>(null);
  const [back, setBack] = useState<Back | null>(null);
  const overview = useQuery({ ...overviewQuery(notice.meeting), refetchInterval: askEvery });
  const queries = useQueryClient();
  const confirm = useConfirm();
  const { say, warn } = useNotices();
  const close = () => setView(null);
  /** What is looked at together with the present text needs to know how far that has come. */
  const openView = async (next: View) => {
    await overview.refetch();
    setView(next);
  };

  const restore = async (version: Version) => {
    if (!open || !(await confirm({ title: words.restoreTitle, will: words.restoreWill, act: words.restore }))) return;
    try {
      const past = await historyApi.document(notice.meeting, version.seq);
      tell(bringBack(open, past, meeting), versionName(version));
    } catch (error) {
      warn(messageOf(error));
    }
  };
  const tell = (restored: Restored, name: string) => {
    if (restored.outcome === 'composing') return warn(words.composing);
    if (restored.outcome === 'same') return say(words.restoreSame);
    setBack({ name, undo: restored.undo });
    if (restored.outcome === 'partly') warn(words.restorePartly);
    else say(words.restoreDone);
    return undefined;
  };
  const undo = () => {
    if (!back) return;
    if (back.undo()) say(words.undone);
    else warn(words.cannotUndo);
    setBack(null);
  };

  const versions = (
    <div className="stack">
      {back && (
        <div role="status" className={look['back']}>
          <span>{words.restoredNote(back.name)}</span>
          <Button size="small" onClick={undo}>
            {words.restoreUndo}
          </Button>
        </div>
      )}
      {overview.isPending && <Loading />}
      {overview.error && !overview.data && (
        <ErrorPanel title={words.failed} onRetry={() => void overview.refetch()}>
          {messageOf(overview.error)}
        </ErrorPanel>
      )}
      {overview.data && (
        <>
          <div className={look['acts']}>
            <Button size="small" onClick={() => setView({ kind: 'name' })}>
              {words.nameNow}
            </Button>
            {overview.data.frames.length > 0 && (
              <Button size="small" onClick={() => void openView({ kind: 'playback' })}>
                {words.playback}
              </Button>
            )}
          </div>
          <Versions
            overview={overview.data}
            roll={roll}
            compareWord={words.compare}
            onRead={(version) => setView({ kind: 'read', version })}
            onCompare={(version) => void openView({ kind: 'compare', from: versionKey(version) })}
            restore={{
              act: (version) => void restore(version),
              reason: !open ? words.textNotOpen : editable ? undefined : words.notNow,
            }}
          />
        </>
      )}
    </div>
  );
  const found = <Found open={open} editable={editable} />;
  return (
    <div className={look['panel']}>
      <WhoWrote open={open} />
      <Tabs
        label={words.parts}
        open={tab}
        onOpen={(id) => {
          setTab(id);
          void queries.invalidateQueries({ queryKey: overviewQuery(notice.meeting).queryKey, exact: true });
        }}
        tabs={[
          { id: 'versions', label: words.versions, panel: versions },
          { id: 'found', label: words.found, panel: found },
        ]}
      />
      {view?.kind === 'name' && <NameVersion meeting={notice.meeting} open={open} onClose={close} />}
      {view?.kind === 'read' && (
        <ReadVersion
          version={view.version}
          onCompare={() => void openView({ kind: 'compare', from: versionKey(view.version) })}
          onClose={close}
        />
      )}
      {view?.kind === 'compare' && overview.data && (
        <Compare choices={choicesOf(overview.data, roll, words.now)} from={view.from} onClose={close} />
      )}
      {view?.kind === 'playback' && overview.data && <Playback overview={overview.data} onClose={close} />}
    </div>
  );
}
