// Knows what the office does around a convened meeting: notice, invite links, changes; the meeting itself is in the room.
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { DocumentsMenu } from '../../documents/DocumentsMenu.tsx';
import type { MeetingSummary, Plan } from '../../http/shapes.ts';
import { LiveMeeting, useLive } from '../../live/index.ts';
import { RehearsalDoor } from '../../rehearsal/RehearsalDoor.tsx';
import { buttonLook } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Loading } from '../../ui/states.tsx';
import { Tabs, type Tab } from '../../ui/Tabs.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { convenedWords as words } from '../../words/zh/prepare.ts';
import { meetingsWords } from '../../words/zh/meetings.ts';
import { phaseWords, rehearsalWord } from '../../words/zh/roles.ts';
import look from '../Prepare.module.css';
import { Invites } from './Invites.tsx';
import { Notice } from './Notice.tsx';

const ConvenedPanel = lazy(() => import('../../meeting/office/ConvenedPanel.tsx'));

interface ConvenedDeskProps {
  readonly meeting: MeetingSummary;
  /** As it was convened; later changes come from the live meeting. */
  readonly plan: Plan;
}

export function ConvenedDesk({ meeting, plan }: ConvenedDeskProps) {
  return (
    <LiveMeeting meetingId={meeting.meeting}>
      <Desk meeting={meeting} plan={plan} />
    </LiveMeeting>
  );
}

function Desk({ meeting: summary, plan }: ConvenedDeskProps) {
  const live = useLive().meeting;
  const meeting: MeetingSummary = live ? { ...summary, phase: live.phase, startsAt: live.notice.startsAt } : summary;
  const attendees = live?.roll.attendees ?? plan.attendees;
  const stages = live?.agenda.stages ?? plan.stages;
  const over = meeting.phase === 'concluded' || meeting.phase === 'cancelled';
  const [picked, setPicked] = useState<string>();
  const invites: Tab = {
    id: 'invites',
    label: words.tabs.invites,
    panel: <Invites meeting={meeting} attendees={attendees} />,
  };
  const changes: Tab = {
    id: 'changes',
    label: words.tabs.changes,
    panel: (
      <Suspense fallback={<Loading />}>
        <ConvenedPanel />
      </Suspense>
    ),
  };
  const notice: Tab = { id: 'notice', label: words.tabs.notice, panel: <Notice {...{ meeting, attendees, stages }} /> };
  const tabs = over ? [notice, changes] : [invites, changes, notice];
  const open = tabs.find(({ id }) => id === picked) ?? tabs[0];
  return (
    <>
      <header className={`${look['head']} no-print`}>
        <h1>{meeting.title}</h1>
        <Tag tone={over ? 'grey' : 'jade'}>{phaseWords[meeting.phase]}</Tag>
        {meeting.kind === 'rehearsal' && <Tag tone="amber">{rehearsalWord}</Tag>}
        <span className="grow" />
        <DocumentsMenu meeting={meeting.meeting} />
        <Link to="/meeting/$meetingId" params={{ meetingId: meeting.meeting }} className={buttonLook({ kind: 'primary' })}>
          {over ? meetingsWords.view : words.enter}
        </Link>
      </header>
      {meeting.phase === 'convened' && meeting.kind !== 'rehearsal' && (
        <Card as="div" className={`no-print ${look['rehearsal']}`}>
          <RehearsalDoor meeting={meeting.meeting} />
        </Card>
      )}
      <Card as="div">
        <Tabs label={words.tabsLabel} tabs={tabs} open={open?.id ?? ''} onOpen={setPicked} />
      </Card>
    </>
  );
}
