// Knows how a file becomes a material of a running meeting: stored first, then told to those who may read it.
import { materialId, secrecyLevels, type Material } from '@xieshang/meeting';
import { useState } from 'react';
import { messageOf } from '../../../http/client.ts';
import { uploadMaterial } from '../../../http/upload.ts';
import { newId, useMeeting } from '../../../live/index.ts';
import { ActForm } from '../../../ui/ActForm.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Field, SelectField } from '../../../ui/Field.tsx';
import { ProgressBar } from '../../../ui/ProgressBar.tsx';
import { officeRollWords as words } from '../../../words/zh/office-roll.ts';
import { secrecyWords } from '../../../words/zh/secrecy.ts';
import { useAct, useLit } from '../act.tsx';

const probe: Material = { materialId: materialId('any'), name: '', mime: '', bytes: 0, sha256: '', circle: 'members' };

export function AddMaterial() {
  const [open, setOpen] = useState(false);
  const lit = useLit({ type: 'AddMaterial', material: probe });
  if (!lit) return null;
  return (
    <>
      <Button size="small" unavailable={lit.reason} onClick={() => setOpen(true)}>
        {words.addMaterial}
      </Button>
      {open && <Adding onClose={() => setOpen(false)} />}
    </>
  );
}

function Adding({ onClose }: { readonly onClose: () => void }) {
  const { notice } = useMeeting();
  const { act, busy } = useAct();
  const [file, setFile] = useState<File | null>(null);
  const [circle, setCircle] = useState<Material['circle']>('members');
  const [secrecy, setSecrecy] = useState<Material['secrecy']>();
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<string>();
  const submit = async () => {
    if (!file) return setError(words.fileNeeded);
    setError(undefined);
    setShare(0);
    try {
      const material = await uploadMaterial({ meeting: notice.meeting, materialId: newId(), file, circle, secrecy, onProgress: setShare });
      if (await act({ type: 'AddMaterial', material })) onClose();
    } catch (caught) {
      setError(messageOf(caught));
    } finally {
      setShare(null);
    }
  };
  return (
    <ActForm title={words.addMaterial} act={words.upload} busy={busy || share !== null} onAct={() => void submit()} onClose={onClose}>
      <p>{words.addMaterialWill}</p>
      <Field label={words.file} error={error}>
        {(wired) => <input {...wired} type="file" onChange={(event) => setFile(event.target.files?.[0] ?? null)} />}
      </Field>
      <SelectField label={words.circleLabel} value={circle} onText={(value) => setCircle(value === 'public' ? 'public' : 'members')}>
        <option value="members">{words.circle.members}</option>
        <option value="public">{words.circle.public}</option>
      </SelectField>
      <SelectField
        label={secrecyWords.label}
        value={secrecy ?? 'open'}
        onText={(value) => setSecrecy(secrecyLevels.find((one) => one === value))}
      >
        <option value="open">{secrecyWords.open}</option>
        {secrecyLevels.map((level) => (
          <option key={level} value={level}>
            {secrecyWords.levels[level]}
          </option>
        ))}
      </SelectField>
      {secrecy && <p className="small muted">{secrecyWords.hint}</p>}
      {share !== null && <ProgressBar share={share} label={words.uploading} />}
    </ActForm>
  );
}
