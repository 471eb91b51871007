// Knows how the planned minutes of a stage are changed, with a reason; not what they are used for.
import { useState } from 'react';
import { useMeeting } from '../../live/index.ts';
import { SelectField, TextField } from '../../ui/Field.tsx';
import { common } from '../../words/zh/common.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { ActForm } from '../../ui/ActForm.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useAct } from './act.tsx';
import { stageIdNow } from '../shared/stage-now.ts';
import { wholeNumber } from './whole-number.ts';

const longestMinutes = 600;

export function ReviseMinutesDialog({ onClose }: { readonly onClose: () => void }) {
  const meeting = useMeeting();
  const { stages } = meeting.agenda;
  const { act, busy } = useAct();
  const minutesOf = (id: string): string => String(stages.find(({ stageId }) => stageId === id)?.minutes ?? '');
  const [stage, setStage] = useState<string>(stageIdNow(meeting) ?? stages[0]?.stageId ?? '');
  const [minutes, setMinutes] = useState(minutesOf(stage));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const number = wholeNumber(minutes, 0, longestMinutes);
  const submit = async () => {
    setTried(true);
    const stageId = stages.find((one) => one.stageId === stage)?.stageId;
    if (number === null || reason.trim() === '' || !stageId) return;
    if (await act({ type: 'ReviseStage', stageId, minutes: number, reason: reason.trim() })) onClose();
  };
  return (
    <ActForm title={words.reviseMinutes} act={common.save} busy={busy} onAct={() => void submit()} onClose={onClose}>
      <p>{words.reviseMinutesWill}</p>
      <SelectField
        label={words.stage}
        value={stage}
        onText={(id) => {
          setStage(id);
          setMinutes(minutesOf(id));
        }}
      >
        {stages.map(({ stageId, name }) => (
          <option key={stageId} value={stageId}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        label={words.plannedMinutes}
        inputMode="numeric"
        value={minutes}
        onText={setMinutes}
        error={tried && number === null ? words.minutesProblem : undefined}
      />
      <ReasonField reason={reason} onReason={setReason} tried={tried} />
    </ActForm>
  );
}
