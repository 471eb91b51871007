// Knows how the panels beside the text are chosen and that one is open at a time; not what they hold.
import { Suspense, type ReactNode } from 'react';
import { useMeeting, useViewer } from '../../live/index.ts';
import { Loading } from '../../ui/states.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { minutesWords as words } from '../../words/zh/minutes.ts';
import { EditorGuard } from '../EditorGuard.tsx';
import { panels } from './index.ts';
import type { PanelProps } from './panel.ts';
import type { PanelCall } from './use-panel-keys.ts';

interface PanelsProps extends Omit<PanelProps, 'called'> {
  readonly call: PanelCall;
  /** Id of the open panel; of none, what stands there without one. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly children: ReactNode;
}

/** The tab of what stands there while no panel is open. */
export const coursePanel = 'course';

export function Panels({ chosen, onChoose, call, children, ...given }: PanelsProps) {
  const meeting = useMeeting();
  const viewer = useViewer();
  const shown = panels.filter((panel) => panel.shown(meeting, viewer));
  if (shown.length === 0) return <>{children}</>;
  const tabs = [
    { id: coursePanel, label: words.coursePanel, panel: children },
    ...shown.map(({ id, name, Body }) => ({
      id,
      label: name,
      panel: (
        <EditorGuard key={id}>
          <Suspense fallback={<Loading />}>
            <Body {...given} called={call.id === id ? call.times : 0} />
          </Suspense>
        </EditorGuard>
      ),
    })),
  ];
  return <Tabs label={words.panels} tabs={tabs} open={chosen} onOpen={onChoose} />;
}
