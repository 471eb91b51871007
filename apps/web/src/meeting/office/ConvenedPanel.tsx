// Knows what the office still arranges between convening and opening: leaves, the date, minutes, materials, who has checked in.
import { useState } from 'react';
import { useMeeting } from '../../live/index.ts';
import { Button, buttonLook } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { dayAndTime } from '../../words/time.ts';
import { officeRollWords as words } from '../../words/zh/office-roll.ts';
import { officeWords } from '../../words/zh/office.ts';
import { AttendanceFigures } from '../shared/AttendanceFigures.tsx';
import { Connection } from '../shared/Connection.tsx';
import { WhenLive } from '../shared/WhenLive.tsx';
import { ways } from '../room-at.ts';
import { useLit } from './act.tsx';
import look from './HallPlace.module.css';
import { MaterialsPlace } from './papers/MaterialsPlace.tsx';
import { PostponeDialog } from './PostponeDialog.tsx';
import { ReasonAct } from './ReasonAct.tsx';
import { ReviseMinutesDialog } from './ReviseMinutesDialog.tsx';
import { LeaveRequests } from './roll/LeaveRequests.tsx';
import { RollWall } from './roll/RollWall.tsx';
import { AddAttendee } from './roll/AddAttendee.tsx';

/** For the page on which a meeting was prepared, once that page is connected. */
export default function ConvenedPanel() {
  return (
    <WhenLive>
      <Panel />
    </WhenLive>
  );
}

function Panel() {
  const meeting = useMeeting();
  return (
    <section className={look['columns']} aria-label={words.convened}>
      <div className={look['middle']}>
        <Arrangements />
        <RollWall />
        <MaterialsPlace />
      </div>
      <div className={look['right']}>
        <Card aria-label={officeWords.figures}>
          <AttendanceFigures meeting={meeting} />
        </Card>
        <LeaveRequests />
        <AddAttendee />
      </div>
    </section>
  );
}

function Arrangements() {
  const { notice, phase, agenda } = useMeeting();
  const before = phase === 'convened';
  return (
    <Card className="stack">
      <div className="spread">
        <p>{words.startsAt(dayAndTime(notice.startsAt))}</p>
        <Connection />
      </div>
      <div className="row">
        <a href={ways.room(notice.meeting)} className={buttonLook()}>
          {words.room}
        </a>
        {before && <Opening what="postpone" />}
        {agenda.stages.length > 0 && <Opening what="minutes" />}
        {before && (
          <ReasonAct
            bodies={(reason) => [{ type: 'CancelMeeting', reason }]}
            title={`${words.cancelMeeting}？`}
            will={words.cancelWill}
            act={words.cancelAct}
            kind="quiet"
          >
            {words.cancelMeeting}
          </ReasonAct>
        )}
      </div>
      {!before && phase !== 'cancelled' && <p className="small muted">{words.overAlready}</p>}
    </Card>
  );
}

function Opening({ what }: { readonly what: 'postpone' | 'minutes' }) {
  const { notice, agenda } = useMeeting();
  const [open, setOpen] = useState(false);
  const [first] = agenda.stages;
  const postpone = useLit({ type: 'PostponeMeeting', startsAt: notice.startsAt, reason: '' });
  const revise = useLit(
    first ? { type: 'ReviseStage', stageId: first.stageId, minutes: first.minutes, reason: '' } : { type: 'OpenMeeting' },
  );
  const lit = what === 'postpone' ? postpone : revise;
  if (!lit) return null;
  return (
    <>
      <Button unavailable={lit.reason} onClick={() => setOpen(true)}>
        {what === 'postpone' ? words.postpone : officeWords.reviseMinutes}
      </Button>
      {open && what === 'postpone' && <PostponeDialog onClose={() => setOpen(false)} />}
      {open && what === 'minutes' && <ReviseMinutesDialog onClose={() => setOpen(false)} />}
    </>
  );
}
