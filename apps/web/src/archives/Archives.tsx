// Knows the page of consultations' whole files: those of this house to be kept, those of others to be read.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { archiveFileAddress } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { archivesQuery, meetingsQuery } from '../http/queries.ts';
import type { MeetingSummary } from '../http/shapes.ts';
import { Frame } from '../sign-in/Frame.tsx';
import { isOffice, useReader } from '../sign-in/reader.ts';
import { Button, buttonLook } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.tsx';
import { calendarDay, dayAndTime } from '../words/time.ts';
import { archivesWords as words } from '../words/zh/archives.ts';
import look from './Archives.module.css';
import { TakeIn } from './TakeIn.tsx';

export function Archives() {
  const office = isOffice(useReader());
  return (
    <Frame title={words.title}>
      {office ? (
        <>
          <h1>{words.title}</h1>
          <p className="muted">{words.intro}</p>
          <Own />
          <Foreign />
        </>
      ) : (
        <EmptyState as="h1" title={words.title}>
          {words.onlyOffice}
        </EmptyState>
      )}
    </Frame>
  );
}

const isOver = ({ phase, kind }: MeetingSummary): boolean => phase === 'concluded' && kind === 'consultation';

function Own() {
  const meetings = useQuery(meetingsQuery);
  const over = meetings.data?.filter(isOver) ?? [];
  return (
    <section className={look['part']} aria-labelledby="own-archives">
      <h2 id="own-archives">{words.own}</h2>
      {meetings.isPending && <Loading />}
      {meetings.error && !meetings.data && <ErrorPanel onRetry={() => void meetings.refetch()}>{messageOf(meetings.error)}</ErrorPanel>}
      {meetings.data && over.length === 0 && <p className="muted">{words.ownNone}</p>}
      <ul className="stack">
        {over.map(({ meeting, title, topic, startsAt }) => (
          <Card as="li" key={meeting} className={look['one'] ?? ''}>
            <div className={look['about']}>
              <h3>{title}</h3>
              {topic && <p>{topic}</p>}
              <p className="small muted num">{dayAndTime(startsAt)}</p>
            </div>
            <FileButton
              address={archiveFileAddress(meeting)}
              usualName={`卷宗-${title}.zip`}
              label={words.keepOne(title)}
              said={words.kept}
            >
              {words.keep}
            </FileButton>
          </Card>
        ))}
      </ul>
    </section>
  );
}

function Foreign() {
  const archives = useQuery(archivesQuery);
  const mayTakeIn = useReader().role === 'secretary';
  const [open, setOpen] = useState(false);
  return (
    <section className={look['part']} aria-labelledby="foreign-archives">
      <div className="spread">
        <h2 id="foreign-archives">{words.foreign}</h2>
        {mayTakeIn && <Button onClick={() => setOpen(true)}>{words.takeIn}</Button>}
      </div>
      <p className="small muted">{words.foreignHint}</p>
      {archives.isPending && <Loading />}
      {archives.error && !archives.data && <ErrorPanel onRetry={() => void archives.refetch()}>{messageOf(archives.error)}</ErrorPanel>}
      {archives.data?.length === 0 && <p className="muted">{words.foreignNone}</p>}
      <ul className="stack">
        {archives.data?.map(({ meeting, title, topic, startsAt, importedAt }) => (
          <Card as="li" key={meeting} className={look['one'] ?? ''}>
            <div className={look['about']}>
              <h3>{title}</h3>
              {topic && <p>{topic}</p>}
              <p className="small muted num">
                {dayAndTime(startsAt)} · {words.importedOn(calendarDay(importedAt))}
              </p>
            </div>
            <Link to="/archives/$meetingId" params={{ meetingId: meeting }} className={buttonLook({ kind: 'primary' })}>
              {words.open}
            </Link>
          </Card>
        ))}
      </ul>
      {open && <TakeIn onClose={() => setOpen(false)} />}
    </section>
  );
}
