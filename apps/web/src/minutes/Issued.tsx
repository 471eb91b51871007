// Knows the screen of issued minutes: fetched, read, printed, corrected; own text left over from the draft is offered first.
import { useQuery } from '@tanstack/react-query';
import { EvidenceButton } from '../evidence/EvidenceButton.tsx';
import { DocumentsMenu } from '../documents/DocumentsMenu.tsx';
import { lazy, Suspense } from 'react';
import { messageOf } from '../http/client.ts';
import { minutesQuery } from '../http/queries.ts';
import { useMeeting, useViewer } from '../live/index.ts';
import { Button } from '../ui/Button.tsx';
import { ErrorPanel, Loading } from '../ui/states.tsx';
import { minutesWords as words } from '../words/zh/minutes.ts';
import { Corrections } from './Corrections.tsx';
import { ConfirmedSpeakers } from './ConfirmedSpeakers.tsx';
import { Drafts } from './Drafts.tsx';
import { Countersigners } from './Countersigners.tsx';
import { Course } from './Course.tsx';
import { ExportWord } from './ExportWord.tsx';
import look from './Issued.module.css';
import { LeftBehind } from './LeftBehind.tsx';
import { MinutesHeader } from './MinutesHeader.tsx';
import { OpenItems } from './OpenItems.tsx';
import { Paper } from './Paper.tsx';
import { Steps } from './Steps.tsx';

const RemarksArchive = lazy(() => import('./panels/remarks/RemarksArchive.tsx'));

export default function Issued() {
  const { notice, minutes } = useMeeting();
  const { role } = useViewer();
  const isOffice = role === 'moderator' || role === 'secretary';
  const hash = minutes.phase === 'issued' ? minutes.hash : '';
  const read = useQuery(minutesQuery(notice.meeting, hash));
  if (minutes.phase !== 'issued') return null;
  return (
    <div className={look['page']}>
      <MinutesHeader
        acts={
          <>
            {isOffice && <DocumentsMenu meeting={notice.meeting} />}
            <ExportWord />
            <EvidenceButton meeting={notice.meeting} />
            <Steps own="onDisk" open={null} />
            <Button kind="primary" unavailable={read.data ? undefined : words.unreadable} onClick={() => print()}>
              {words.print}
            </Button>
          </>
        }
      />
      <main id="main" tabIndex={-1} className={look['body']}>
        <LeftBehind />
        {read.isPending && <Loading />}
        {read.error && !read.data && (
          <ErrorPanel title={words.unreadable} onRetry={() => void read.refetch()}>
            {messageOf(read.error)}
          </ErrorPanel>
        )}
        {read.data && (
          <div className={look['sheet']}>
            <Paper manuscript={read.data.manuscript} issuedAt={minutes.issued.at} hash={minutes.hash} printed={read.data.printed}>
              <Corrections corrections={minutes.corrections} />
            </Paper>
          </div>
        )}
        <div className={`${look['course']} no-print`}>
          <Course />
          <Countersigners />
          <ConfirmedSpeakers />
          <OpenItems />
          <Suspense>
            <RemarksArchive />
          </Suspense>
          <Drafts />
        </div>
      </main>
    </div>
  );
}
