// Knows how the whole file of another house's consultation is read: what was checked, what was said and voted, the minutes, the materials.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { attendanceOf, factsOf, readFactId, wordingOf } from '@xieshang/minutes';
import type { ReactNode } from 'react';
import { foreignFileAddress, foreignMaterialAddress } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { archiveQuery, committeeQuery } from '../http/queries.ts';
import type { OpenedArchive } from '../http/shapes.ts';
import { Paper } from '../minutes/Paper.tsx';
import { Frame } from '../sign-in/Frame.tsx';
import { Card } from '../ui/Card.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { ErrorPanel, Loading } from '../ui/states.tsx';
import { dayAndTime, defaultZone } from '../words/time.ts';
import { archivesWords as words } from '../words/zh/archives.ts';
import look from './Archives.module.css';

const route = getRouteApi('/signed-in/archives/$meetingId');

export function Archive() {
  const { meetingId } = route.useParams();
  const asked = useQuery(archiveQuery(meetingId));
  return (
    <Frame title={words.title}>
      <p>
        <Link to="/archives">{words.back}</Link>
      </p>
      {asked.isPending && <Loading />}
      {asked.error && !asked.data && (
        <ErrorPanel title={words.failed} onRetry={() => void asked.refetch()}>
          {messageOf(asked.error)}
        </ErrorPanel>
      )}
      {asked.data && <Contents opened={asked.data} />}
    </Frame>
  );
}

function Contents({ opened }: { readonly opened: OpenedArchive }) {
  const { archive, meeting, manuscript } = opened;
  const { notice, minutes } = meeting;
  const issued = minutes.phase === 'issued' ? minutes : null;
  return (
    <>
      <div className="spread">
        <h1>{notice.title}</h1>
        <FileButton
          address={foreignFileAddress(archive.meeting)}
          usualName={`卷宗-${notice.title}.zip`}
          label={words.keepFile}
          said={words.kept}
        >
          {words.keepFile}
        </FileButton>
      </div>
      <Checked {...opened} />
      <Held {...opened} />
      <Facts {...opened} kinds={['vote', 'election']} title={words.votes} none={words.votesNone} />
      <Facts {...opened} kinds={['speech', 'answers']} title={words.said} none={words.saidNone} />
      <Part title={words.materials} none={meeting.agenda.materials.length === 0 ? words.materialsNone : null}>
        <ul className="stack">
          {meeting.agenda.materials.map(({ materialId, name }) => (
            <li key={materialId} className="spread">
              <span>{name}</span>
              <FileButton
                address={foreignMaterialAddress(archive.meeting, materialId)}
                usualName={name}
                label={`${words.keepFile}：${name}`}
                said={words.materialKept}
              >
                {words.download}
              </FileButton>
            </li>
          ))}
        </ul>
      </Part>
      <section className={look['part']} aria-label={words.minutes}>
        {manuscript && issued ? (
          <div className={look['sheet']}>
            <Paper manuscript={manuscript} issuedAt={issued.issued.at} hash={issued.hash} printed={null} />
          </div>
        ) : (
          <p className="muted">{words.minutesNone}</p>
        )}
      </section>
    </>
  );
}

function Checked({ evidence }: OpenedArchive) {
  return (
    <Card className={look['checked'] ?? ''} aria-labelledby="archive-checked">
      <h2 id="archive-checked">{words.checked}</h2>
      <p>{words.checkedHint(evidence.seq, evidence.votes)}</p>
      <dl>
        <div>
          <dt>{words.key}</dt>
          <dd>
            <code>{evidence.fingerprint.match(/.{1,4}/g)?.join(' ')}</code>
          </dd>
        </div>
        <div>
          <dt>{words.head}</dt>
          <dd>
            <code>{evidence.head.slice(0, 16)}</code>
          </dd>
        </div>
      </dl>
      <p className="small muted">{words.keyHint}</p>
    </Card>
  );
}

function Held({ meeting }: OpenedArchive) {
  const { notice } = meeting;
  const { eligible, present, onLeave } = attendanceOf(meeting);
  const lines = [
    [words.topic, notice.topic],
    [words.place, `${dayAndTime(notice.startsAt)} ${notice.place}`],
    [words.attendance, words.attended(eligible, present, onLeave)],
  ] as const;
  return (
    <Part title={words.held} none={null}>
      <dl className={look['lines']}>
        {lines.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}

interface FactsProps extends OpenedArchive {
  readonly kinds: readonly string[];
  readonly title: string;
  readonly none: string;
}

/** In the words of the minutes. */
function Facts({ meeting, kinds, title, none }: FactsProps) {
  const zone = useQuery(committeeQuery).data?.zone ?? defaultZone;
  const facts = factsOf(meeting).filter(({ fact }) => kinds.includes(readFactId(fact)?.kind ?? ''));
  return (
    <Part title={title} none={facts.length === 0 ? none : null}>
      <ul className={look['facts']}>
        {facts.map(({ fact }) => (
          <li key={fact}>
            {wordingOf(meeting, fact, zone)?.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </li>
        ))}
      </ul>
    </Part>
  );
}

interface PartProps {
  readonly title: string;
  /** Said instead, where there is nothing. */
  readonly none: string | null;
  readonly children: ReactNode;
}

function Part({ title, none, children }: PartProps) {
  return (
    <section className={look['part']}>
      <h2>{title}</h2>
      {none === null ? children : <p className="muted">{none}</p>}
    </section>
  );
}
