// Knows the buttons of the steps from draft to issue: there and lit as the meeting says, each told before it is done.
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useMeeting, useSend, useViewer } from '../live/index.ts';
import { Act, useLit } from '../meeting/office/act.tsx';
import { ReasonAct } from '../meeting/office/ReasonAct.tsx';
import { Button } from '../ui/Button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { minutesWords as words } from '../words/zh/minutes.ts';
import type { OpenText } from './panels/panel.ts';
import { CorrectDialog } from './CorrectDialog.tsx';
import { IssueDialog } from './IssueDialog.tsx';
import { nextStepOf, primaryOf, probes, stepsAt, type Step } from './steps.ts';
import { type OwnText, WhenOnDisk } from './WhenOnDisk.tsx';

const CheckToSee = lazy(() => import('./panels/check/ToSee.tsx'));
const OpenRemarks = lazy(() => import('./panels/remarks/OpenRemarks.tsx'));

/** What is named before writing ends; none of it bars the way. */
const beforehand = (open: OpenText | null): ReactNode => (
  <Suspense>
    <CheckToSee open={open} />
    <OpenRemarks />
  </Suspense>
);

/** `own`: how far what was typed on this page has come; `open`: the text itself. */
export function Steps({ own, open }: { readonly own: OwnText; readonly open: OpenText | null }) {
  const meeting = useMeeting();
  const { person } = useViewer();
  const { may } = useSend();
  const { say } = useNotices();
  const primary = primaryOf(nextStepOf(meeting, person, may));
  return stepsAt(meeting.minutes, person).map((step) => {
    const kind = step === primary ? 'primary' : 'plain';
    switch (step) {
      case 'submit':
        return (
          <Asking key={step} step={step} kind={kind} words={words.submit}>
            {(onClose) => (
              <WhenOnDisk
                body={{ type: 'SubmitMinutes' }}
                act={words.submit}
                will={words.submitWill}
                own={own}
                onDone={() => say(words.submittedNow)}
                onClose={onClose}
              >
                {beforehand(open)}
              </WhenOnDisk>
            )}
          </Asking>
        );
      case 'pass':
        return (
          <Asking key={step} step={step} kind={kind} words={words.pass}>
            {(onClose) => (
              <WhenOnDisk
                body={{ type: 'PassMinutes' }}
                act={words.pass}
                will={words.passWill}
                own={own}
                onDone={() => say(words.passedNow)}
                onClose={onClose}
              >
                {beforehand(open)}
              </WhenOnDisk>
            )}
          </Asking>
        );
      case 'return':
        return (
          <ReasonAct
            key={step}
            bodies={(reason) => [{ type: 'ReturnMinutes', reason }]}
            title={`${words.return}？`}
            will={words.returnWill}
            act={words.return}
            usual={words.usualReturns}
            onDone={() => say(words.returnedNow)}
          >
            {words.return}
          </ReasonAct>
        );
      case 'countersign':
        return (
          <Act
            key={step}
            kind={kind}
            bodies={[{ type: 'CountersignMinutes' }]}
            ask={{ title: `${words.countersign}？`, will: words.countersignWill, act: words.countersign }}
            onDone={() => say(words.countersignedNow)}
          >
            {words.countersign}
          </Act>
        );
      case 'issue':
        return (
          <Asking key={step} step={step} kind={kind} words={words.issue}>
            {(onClose) => <IssueDialog onClose={onClose} />}
          </Asking>
        );
      case 'correct':
        return (
          <Asking key={step} step={step} kind={kind} words={words.correct}>
            {(onClose) => <CorrectDialog onClose={onClose} />}
          </Asking>
        );
    }
  });
}

interface AskingProps {
  readonly step: Step;
  readonly kind: 'primary' | 'plain';
  readonly words: string;
  readonly children: (onClose: () => void) => ReactNode;
}

/** A button that opens the dialog of its step. */
function Asking({ step, kind, words: name, children }: AskingProps) {
  const lit = useLit(probes[step]);
  const [open, setOpen] = useState(false);
  if (!lit) return null;
  return (
    <>
      <Button kind={kind} unavailable={lit.reason} onClick={() => setOpen(true)}>
        {name}
      </Button>
      {open && children(() => setOpen(false))}
    </>
  );
}
