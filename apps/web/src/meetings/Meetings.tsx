// Knows the list of meetings a reader may enter; not what happens in one.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../http/client.ts';
import { meetingsQuery } from '../http/queries.ts';
import type { MeetingSummary } from '../http/shapes.ts';
import { SearchField } from '../search/SearchField.tsx';
import { Frame } from '../sign-in/Frame.tsx';
import { isOffice, useReader } from '../sign-in/reader.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.tsx';
import { meetingsWords as words } from '../words/zh/meetings.ts';
import { MeetingCard } from './MeetingCard.tsx';
import look from './Meetings.module.css';
import { NewMeeting } from './NewMeeting.tsx';
import { grouped, groups } from './order.ts';

export function Meetings() {
  const office = isOffice(useReader());
  const [creating, setCreating] = useState(false);
  const meetings = useQuery({ ...meetingsQuery, refetchInterval: 30_000 });
  return (
    <Frame title={words.title}>
      <div className="spread">
        <h1>{words.title}</h1>
        {office && (
          <Button kind="primary" onClick={() => setCreating(true)}>
            {words.create}
          </Button>
        )}
      </div>
      {meetings.data && meetings.data.length > 0 && <SearchField />}
      {meetings.isPending && <Loading />}
      {meetings.error && !meetings.data && <ErrorPanel onRetry={() => void meetings.refetch()}>{messageOf(meetings.error)}</ErrorPanel>}
      {meetings.data?.length === 0 && <EmptyState title={words.emptyTitle}>{office ? words.emptyOffice : words.empty}</EmptyState>}
      {meetings.data && <Groups meetings={meetings.data} office={office} />}
      {creating && <NewMeeting onClose={() => setCreating(false)} />}
    </Frame>
  );
}

function Groups({ meetings, office }: { readonly meetings: readonly MeetingSummary[]; readonly office: boolean }) {
  const found = grouped(meetings);
  return groups
    .filter((group) => found[group].length > 0)
    .map((group) => (
      <section key={group} className={look['group']}>
        <h2>{words.groups[group]}</h2>
        <ul className="stack">
          {found[group].map((meeting) => (
            <MeetingCard key={meeting.meeting} meeting={meeting} office={office} />
          ))}
        </ul>
      </section>
    ));
}
