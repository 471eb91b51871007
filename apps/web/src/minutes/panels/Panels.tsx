// Knows how the panels beside the text are chosen and that one is open at a time; not what they hold.
import { Suspense, useCallback, useState, type ReactNode } from 'react';
import { useMeeting, useViewer } from '../../live/index.ts';
import { Boundary } from '../../ui/Boundary.tsx';
import { Loading } from '../../ui/states.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { minutesWords as words } from '../../words/zh/minutes.ts';
import { EditorGuard } from '../EditorGuard.tsx';
import { panels } from './index.ts';
import type { AroundProps, Badge, Panel, PanelProps } from './panel.ts';
import look from './Panels.module.css';
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
  const [badges, setBadges] = useState<Readonly<Record<string, Badge | null>>>({});
  const setBadge = useCallback((id: string, badge: Badge | null) => setBadges((before) => ({ ...before, [id]: badge })), []);
  const shown = panels.filter((panel) => panel.shown(meeting, viewer));
  if (shown.length === 0) return <>{children}</>;
  const tabs = [
    { id: coursePanel, label: words.coursePanel, panel: children },
    ...shown.map(({ id, name, Body }) => ({
      id,
      label: <Name name={name} badge={badges[id] ?? null} />,
      panel: (
        <EditorGuard key={id}>
          <Suspense fallback={<Loading />}>
            <Body {...given} called={call.id === id ? call.times : 0} />
          </Suspense>
        </EditorGuard>
      ),
    })),
  ];
  return (
    <>
      <Tabs label={words.panels} tabs={tabs} open={chosen} onOpen={onChoose} />
      {shown.map(
        ({ id, Around }) => Around && <AroundText key={id} id={id} Around={Around} onChoose={onChoose} onSetBadge={setBadge} {...given} />,
      )}
    </>
  );
}

const Name = ({ name, badge }: { readonly name: string; readonly badge: Badge | null }) =>
  badge ? (
    <>
      <span aria-hidden="true">{name}</span>
      <span aria-hidden="true" className={badge.calls ? look['calls'] : look['badge']}>
        {badge.text}
      </span>
      <span className="visually-hidden">{badge.spoken}</span>
    </>
  ) : (
    name
  );

interface RoundProps extends Omit<PanelProps, 'called'> {
  readonly id: string;
  readonly Around: NonNullable<Panel['Around']>;
  readonly onChoose: (id: string) => void;
  readonly onSetBadge: (id: string, badge: Badge | null) => void;
}

/** What cannot be fetched here is missed by nobody who does not ask for it: the panel itself says so. */
function AroundText({ id, Around, onChoose, onSetBadge, ...given }: RoundProps) {
  const onOpen = useCallback(() => onChoose(id), [onChoose, id]);
  const onBadge = useCallback<AroundProps['onBadge']>((badge) => onSetBadge(id, badge), [onSetBadge, id]);
  return (
    <Boundary broken={null}>
      <Suspense>
        <Around {...given} onOpen={onOpen} onBadge={onBadge} />
      </Suspense>
    </Boundary>
  );
}
