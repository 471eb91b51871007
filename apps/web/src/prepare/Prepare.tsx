// Knows the secretary's page of one meeting: preparing it before the convening, looking after it afterwards.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { meetingQuery } from '../http/queries.ts';
import { Frame } from '../sign-in/Frame.tsx';
import { isOffice, useReader } from '../sign-in/reader.ts';
import { OfficeTheme } from '../ui/antd-theme.tsx';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.tsx';
import { meetingsWords } from '../words/zh/meetings.ts';
import { prepareWords as words } from '../words/zh/prepare.ts';
import { ConvenedDesk } from './convened/ConvenedDesk.tsx';
import { DraftDesk } from './DraftDesk.tsx';

export function Prepare() {
  const { meetingId } = useParams({ from: '/signed-in/meeting/$meetingId/prepare' });
  const office = isOffice(useReader());
  return (
    <Frame wide title={meetingsWords.office}>
      {office ? <Desk key={meetingId} id={meetingId} /> : <EmptyState as="h1" title={words.onlyOffice} />}
    </Frame>
  );
}

function Desk({ id }: { readonly id: string }) {
  const meeting = useQuery(meetingQuery(id));
  // The page works on its own copy from here on: a later answer of the server must not replace what is being typed.
  const draft = useQuery({ queryKey: ['draft', id], queryFn: () => api.draft(id), staleTime: Infinity, gcTime: 0 });
  const error = meeting.error ?? draft.error;
  if (error) {
    const again = () => {
      void meeting.refetch();
      void draft.refetch();
    };
    return <ErrorPanel onRetry={again}>{messageOf(error)}</ErrorPanel>;
  }
  if (!meeting.data || !draft.data) return <Loading />;
  return (
    <OfficeTheme>
      {meeting.data.meeting.phase === 'draft' ? (
        <DraftDesk draft={draft.data.draft} />
      ) : (
        <ConvenedDesk meeting={meeting.data.meeting} plan={draft.data.draft.plan} />
      )}
    </OfficeTheme>
  );
}
