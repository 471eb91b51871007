// Knows the steps that change the course of the whole meeting: 休会, 继续开会, the chair, planned minutes, 散会.
import { useState } from 'react';
import { useMeeting, useViewer } from '../../live/index.ts';
import { Button } from '../../ui/Button.tsx';
import { unansweredIn } from '@xieshang/meeting';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { officeWords as words } from '../../words/zh/office.ts';
import type { Held } from '../shared/held.ts';
import { nameOf } from '../shared/people.ts';
import { Act, useAct, useLit } from './act.tsx';
import look from './CourseActs.module.css';
import { nextStep } from './next-step.ts';
import { cutsShort, openThings } from './open-things.ts';
import { HandOverDialog } from './HandOverDialog.tsx';
import { ReviseMinutesDialog } from './ReviseMinutesDialog.tsx';
import { SuspendDialog } from './SuspendDialog.tsx';

export function CourseActs() {
  const meeting = useMeeting();
  return (
    <div className={look['acts']}>
      <TakeChair />
      {meeting.phase === 'inSession' && <Asking probe="SuspendMeeting" />}
      <Asking probe="HandOverChair" />
      <Asking probe="ReviseStage" />
      <Conclude />
    </div>
  );
}

/** Only for the other moderators: one step and the room is theirs. */
function TakeChair() {
  const { roll, presiding } = useMeeting();
  const { person, role } = useViewer();
  if (role !== 'moderator' || presiding === person) return null;
  const name = nameOf(roll, presiding);
  return (
    <Act
      bodies={[{ type: 'HandOverChair', to: person }]}
      kind="primary"
      wide
      ask={{ title: words.takeChair, will: words.takeChairWill(name), act: words.takeChair }}
    >
      {words.takeChair}
    </Act>
  );
}

const dialogs = { SuspendMeeting: SuspendDialog, HandOverChair: HandOverDialog, ReviseStage: ReviseMinutesDialog };
const names = { SuspendMeeting: words.suspend, HandOverChair: words.handOver, ReviseStage: words.reviseMinutes };

/** A button that opens the dialog of its command; there and lit as the command is. */
function Asking({ probe }: { readonly probe: keyof typeof dialogs }) {
  const { presiding, agenda } = useMeeting();
  const { person, role } = useViewer();
  const [open, setOpen] = useState(false);
  const [first] = agenda.stages;
  const suspend = useLit({ type: 'SuspendMeeting' });
  const handOver = useLit({ type: 'HandOverChair', to: presiding });
  const revise = useLit(
    first ? { type: 'ReviseStage', stageId: first.stageId, minutes: first.minutes, reason: '' } : { type: 'SuspendMeeting' },
  );
  const lit = {
    SuspendMeeting: suspend,
    HandOverChair: role !== 'moderator' || presiding === person ? handOver : null,
    ReviseStage: revise,
  }[probe];
  if (!lit || (probe !== 'SuspendMeeting' && lit.reason !== undefined)) return null;
  const Opened = dialogs[probe];
  return (
    <>
      <Button size="small" kind="quiet" unavailable={lit.reason} onClick={() => setOpen(true)}>
        {names[probe]}
      </Button>
      {open && <Opened onClose={() => setOpen(false)} />}
    </>
  );
}

function Conclude() {
  const meeting = useMeeting();
  const lit = useLit({ type: 'ConcludeMeeting' });
  const { act, busy } = useAct();
  const confirm = useConfirm();
  const [why, setWhy] = useState(false);
  if (!lit || meeting.phase === 'convened' || meeting.phase === 'concluded' || meeting.phase === 'cancelled') return null;
  const owed = unansweredIn(meeting.queue);
  const conclude = async () => {
    if (owed.length > 0) return setWhy(true);
    if (!cutsShort(meeting)) {
      await act({ type: 'ConcludeMeeting' });
      return;
    }
    if (await confirm({ title: `${words.conclude}？`, will: stillOpen(meeting), act: words.conclude }))
      await act({ type: 'ConcludeMeeting' });
  };
  return (
    <>
      <Button
        {...(nextStep(meeting).step === 'conclude' ? { size: 'large', kind: 'primary', wide: true } : { size: 'small', kind: 'quiet' })}
        busy={busy}
        unavailable={lit.reason}
        onClick={() => void conclude()}
      >
        {words.conclude}
      </Button>
      {why && (
        <ReasonDialog
          title={`${words.conclude}？`}
          will={stillOpen(meeting)}
          label={words.whyNotWait}
          needed={words.whyNotWaitNeeded}
          first={words.whyNotWaitUsual[0] ?? ''}
          usual={words.whyNotWaitUsual}
          act={words.conclude}
          busy={busy}
          onReason={(reason) => void act({ type: 'ConcludeMeeting', reason }).then((done) => done && setWhy(false))}
          onClose={() => setWhy(false)}
        />
      )}
    </>
  );
}

/** What is not finished, each question by name, and what ending means. Drawn here, not by the dialog, which stands outside of the meeting. */
const stillOpen = (meeting: Held) => (
  <div className="stack">
    <div>
      <p>{words.openThings}</p>
      <ul className={look['open']}>
        {openThings(meeting).map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
    <p>{words.concludeWill}</p>
  </div>
);
