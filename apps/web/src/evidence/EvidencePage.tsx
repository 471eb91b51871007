// Knows the page 验证存证: what was checked in this browser and how it came out, in plain words; how it is checked is not its matter.
import type { MeetingId } from '@xieshang/meeting';
import { ApartPage } from '../apart/ApartPage.tsx';
import { useMeeting } from '../live/index.ts';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.tsx';
import { messageOf } from '../http/client.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { evidenceWords as words } from '../words/zh/evidence.ts';
import { Figures } from './Figures.tsx';
import { KeepBundle } from './KeepBundle.tsx';
import { Outcome } from './Outcome.tsx';
import { OtherBundle } from './OtherBundle.tsx';
import { useCheck } from './use-check.ts';
import look from './Evidence.module.css';

/** `/meeting/<id>/evidence` */
export default function EvidencePage({ meetingId }: { readonly meetingId: MeetingId }) {
  return (
    <ApartPage meetingId={meetingId} title={words.title} lead={words.lead}>
      <Checked />
      <OtherBundle />
      <NotProved />
    </ApartPage>
  );
}

function Checked() {
  const { phase } = useMeeting();
  const { check, again } = useCheck();
  if (check.phase === 'checking') return <Loading text={words.checking} />;
  if (check.phase === 'none') {
    const isOver = phase === 'concluded' || phase === 'cancelled';
    return <EmptyState title={isOver ? words.notForYou : words.notYet}>{isOver ? words.notForYouHint : words.notYetHint}</EmptyState>;
  }
  if (check.phase === 'failed')
    return (
      <ErrorPanel title={words.failed} onRetry={again}>
        {messageOf(check.error)}
      </ErrorPanel>
    );
  return (
    <>
      <Outcome check={check} />
      <div className={look['acts']}>
        <Button onClick={again}>{words.again}</Button>
      </div>
      {check.verified.ok && <Figures verified={check.verified} printed={check.printed} />}
      <KeepBundle bundle={check.bundle} />
    </>
  );
}

const NotProved = () => (
  <Card aria-labelledby="not-proved">
    <h2 id="not-proved">{words.notProved}</h2>
    <ul className={look['points']}>
      {words.notProvedPoints.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  </Card>
);
