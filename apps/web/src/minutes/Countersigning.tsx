// Knows the screen of a department that was named to countersign: the text as it will be issued, and the two acts. Not the desk.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../http/client.ts';
import { minutesQuery } from '../http/queries.ts';
import { useMeeting, useViewer } from '../live/index.ts';
import { Act } from '../meeting/office/act.tsx';
import { ReasonAct } from '../meeting/office/ReasonAct.tsx';
import { Card } from '../ui/Card.tsx';
import { useNotices } from '../ui/notices.tsx';
import { ErrorPanel, Loading } from '../ui/states.tsx';
import { calendarDay, clockTime } from '../words/time.ts';
import { minutesWords } from '../words/zh/minutes.ts';
import { signingWords as words } from '../words/zh/signing.ts';
import look from './Issued.module.css';
import { MinutesHeader } from './MinutesHeader.tsx';
import { Paper } from './Paper.tsx';

export default function Countersigning() {
  const { notice, countersigners } = useMeeting();
  const { person } = useViewer();
  const { say } = useNotices();
  const mine = countersigners[person];
  // Nobody writes while it is countersigned, and a return takes this screen away: one visit, one text.
  const [named] = useState(mine?.at ?? 0);
  const read = useQuery(minutesQuery(notice.meeting, `countersigning ${named}`));
  const signed = mine?.phase === 'signed' ? mine : null;
  return (
    <div className={look['page']}>
      <MinutesHeader
        acts={
          <>
            <ReasonAct
              bodies={(reason) => [{ type: 'ReturnMinutes', reason }]}
              title={`${minutesWords.return}？`}
              will={minutesWords.returnWill}
              act={minutesWords.return}
              usual={minutesWords.usualReturns}
              onDone={() => say(words.sentBack)}
            >
              {minutesWords.return}
            </ReasonAct>
            {!signed && read.data && (
              <Act
                kind="primary"
                bodies={[{ type: 'CountersignMinutes' }]}
                ask={{ title: `${minutesWords.countersign}？`, will: minutesWords.countersignWill, act: minutesWords.countersign }}
                onDone={() => say(words.signedNow)}
              >
                {minutesWords.countersign}
              </Act>
            )}
          </>
        }
      />
      <main id="main" tabIndex={-1} className={look['body']}>
        <div className={look['course']}>
          <Card tone={signed ? 'plain' : 'next'}>
            <h2>{words.draftRead}</h2>
            <p role="status">
              {signed ? words.youSigned(`${calendarDay(signed.at)} ${clockTime(signed.at)}`) : words.pleaseCountersignHint}
            </p>
          </Card>
        </div>
        {read.isPending && <Loading />}
        {read.error && !read.data && (
          <ErrorPanel title={minutesWords.unreadable} onRetry={() => void read.refetch()}>
            {messageOf(read.error)}
          </ErrorPanel>
        )}
        {read.data && (
          <div className={look['sheet']}>
            <Paper manuscript={read.data.manuscript} issuedAt={null} hash={null} printed={null} />
          </div>
        )}
      </main>
    </div>
  );
}
