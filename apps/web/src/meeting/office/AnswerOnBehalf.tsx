// Knows how the office records an answer for a department whose device failed; the form is the department's own.
import type { PersonId } from '@xieshang/meeting';
import { useMeeting } from '../../live/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { common } from '../../words/zh/common.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { AnswerForm } from '../department/AnswerForm.tsx';
import { departmentOf, nameOf } from '../shared/people.ts';
import type { Heard } from '../shared/questions.ts';

interface AnswerOnBehalfProps {
  readonly speech: Heard;
  readonly department: PersonId;
  readonly onClose: () => void;
}

export function AnswerOnBehalf({ speech, department, onClose }: AnswerOnBehalfProps) {
  const { roll } = useMeeting();
  return (
    <Dialog
      open
      wide
      title={words.onBehalfTitle(departmentOf(roll, department))}
      onClose={onClose}
      acts={<Button onClick={onClose}>{common.cancel}</Button>}
    >
      <div className="stack">
        <p className="serif">{[nameOf(roll, speech.person), speech.topic].filter(Boolean).join('：')}</p>
        <p className="small muted">{words.onBehalfWill}</p>
        <AnswerForm requestId={speech.requestId} department={department} onAnswered={onClose} />
      </div>
    </Dialog>
  );
}
