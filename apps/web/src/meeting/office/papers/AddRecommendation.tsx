// Knows how a recommendation is tabled while the meeting runs.
import { motionId, type Recommendation } from '@xieshang/meeting';
import { useState } from 'react';
import { newId, useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextArea, TextField } from '../../../ui/Field.tsx';
import { common } from '../../../words/zh/common.ts';
import { officeRollWords as words } from '../../../words/zh/office-roll.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { useAct, useLit } from '../act.tsx';

export function AddRecommendation() {
  const { recommendations } = useMeeting();
  const number = Math.max(0, ...Object.values(recommendations).map((one) => one.number)) + 1;
  const [draft, setDraft] = useState<Recommendation | null>(null);
  const fresh = (): Recommendation => ({
    motionId: motionId(newId()),
    number,
    text: '',
    version: 1,
    leadUnit: '',
    coUnits: [],
    dueDate: null,
  });
  const lit = useLit({ type: 'TableRecommendation', recommendation: draft ?? { ...fresh(), motionId: motionId('any') } });
  if (!lit) return null;
  return (
    <>
      <Button size="small" unavailable={draft ? undefined : lit.reason} onClick={() => setDraft(fresh())}>
        {words.addRecommendation}
      </Button>
      {draft && <Adding draft={draft} onClose={() => setDraft(null)} />}
    </>
  );
}

function Adding({ draft, onClose }: { readonly draft: Recommendation; readonly onClose: () => void }) {
  const { act, busy } = useAct();
  const [text, setText] = useState('');
  const [leadUnit, setLeadUnit] = useState('');
  const [coUnits, setCoUnits] = useState('');
  const [dueDate, setDueDate] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async () => {
    setTried(true);
    if (text.trim() === '') return;
    const units = coUnits
      .split(/[、,，;；]/)
      .map((unit) => unit.trim())
      .filter(Boolean);
    const recommendation = { ...draft, text: text.trim(), leadUnit: leadUnit.trim(), coUnits: units, dueDate: dueDate || null };
    if (await act({ type: 'TableRecommendation', recommendation })) onClose();
  };
  return (
    <ActForm
      wide
      title={`${words.addRecommendation} · ${words.number(draft.number)}`}
      act={common.save}
      busy={busy}
      onAct={() => void submit()}
      onClose={onClose}
    >
      <TextArea
        label={words.text}
        value={text}
        onText={setText}
        rows={6}
        maxLength={2000}
        error={tried && text.trim() === '' ? words.textNeeded : undefined}
      />
      <TextField label={words.leadUnit} value={leadUnit} onText={setLeadUnit} maxLength={60} />
      <TextField label={words.coUnits} value={coUnits} onText={setCoUnits} maxLength={200} />
      <TextField label={words.dueDate} type="date" value={dueDate} onText={setDueDate} />
    </ActForm>
  );
}
