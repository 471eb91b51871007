// Knows the papers handed out with a meeting: sending them up, who may read them, taking them back.
import { secrecyLevels, type Secrecy } from '@xieshang/meeting';
import { Select } from 'antd';
import { useRef, useState } from 'react';
import { messageOf } from '../../http/client.ts';
import { newId } from '../../http/ids.ts';
import type { Material } from '../../http/shapes.ts';
import { uploadMaterial } from '../../http/upload.ts';
import { materialWay } from '../../materials/material-way.ts';
import { Button, buttonLook } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { fileSize } from '../../words/file-size.ts';
import { materialsWords as words, prepareWords } from '../../words/zh/prepare.ts';
import { secrecyWords } from '../../words/zh/secrecy.ts';
import look from '../Prepare.module.css';
import { useDraft } from '../use-draft.ts';

interface Sending {
  readonly id: string;
  readonly name: string;
  readonly share: number;
  readonly error: string | null;
}

type Circle = Material['circle'];
type Level = Secrecy | 'open';
const levels: readonly { readonly value: Level; readonly label: string }[] = [
  { value: 'open', label: secrecyWords.open },
  ...secrecyLevels.map((value) => ({ value, label: secrecyWords.levels[value] })),
];
/** The material at that level; 公开 leaves no trace. */
const atLevel = ({ secrecy: _before, ...rest }: Material, level: Level): Material =>
  level === 'open' ? rest : { ...rest, secrecy: level };
const circles = (['members', 'public'] as const).map((value) => ({ value, label: words.circles[value] }));

export function Materials() {
  const { plan, change } = useDraft();
  const [circle, setCircle] = useState<Circle>('members');
  const [level, setLevel] = useState<Level>('open');
  const { sending, send, forget } = useSending(circle, level);
  const file = useRef<HTMLInputElement>(null);
  const { materials, notice } = plan;
  const set = (update: (old: readonly Material[]) => readonly Material[]) =>
    change((old) => ({ ...old, materials: update(old.materials) }));
  return (
    <>
      <div className="row">
        <span>{words.circle}</span>
        <Select<Circle> aria-label={words.circle} value={circle} onChange={setCircle} options={circles} style={{ width: '10rem' }} />
        <span>{secrecyWords.label}</span>
        <Select<Level> aria-label={secrecyWords.label} value={level} onChange={setLevel} options={[...levels]} style={{ width: '6rem' }} />
        <Button onClick={() => file.current?.click()}>{words.choose}</Button>
        <span className="small muted">{words.types}</span>
        <input
          ref={file}
          type="file"
          multiple
          hidden
          accept=".pdf,.png,.jpg,.jpeg,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.txt"
          onChange={(event) => {
            for (const chosen of event.target.files ?? []) void send(chosen);
            event.target.value = '';
          }}
        />
      </div>
      {(level !== 'open' || materials.some(({ secrecy }) => secrecy !== undefined)) && <p className="small muted">{secrecyWords.hint}</p>}
      {materials.length === 0 && sending.length === 0 && <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
      <ul className={look['list']}>
        {materials.map((material) => (
          <li key={material.materialId}>
            <span className="grow">
              {material.name} <span className="small muted num">{fileSize(material.bytes)}</span>
            </span>
            <Select<Circle>
              aria-label={`${material.name} ${words.circle}`}
              value={material.circle}
              options={circles}
              style={{ width: '9rem' }}
              onChange={(chosen) =>
                set((old) => old.map((one) => (one.materialId === material.materialId ? { ...one, circle: chosen } : one)))
              }
            />
            <Select<Level>
              aria-label={`${material.name} ${secrecyWords.label}`}
              value={material.secrecy ?? 'open'}
              options={[...levels]}
              style={{ width: '6rem' }}
              onChange={(chosen) => set((old) => old.map((one) => (one.materialId === material.materialId ? atLevel(one, chosen) : one)))}
            />
            <a className={buttonLook({ size: 'small' })} href={materialWay(notice.meeting, material)} target="_blank" rel="noreferrer">
              {words.view}
            </a>
            <Button
              kind="quiet"
              size="small"
              aria-label={prepareWords.deleteOf(material.name)}
              onClick={() => set((old) => old.filter((one) => one.materialId !== material.materialId))}
            >
              {prepareWords.delete}
            </Button>
          </li>
        ))}
        {sending.map(({ id, name, share, error }) => (
          <li key={id}>
            <span className="grow">
              {error === null ? words.uploading(name) : <span className={look['error']}>{`${words.failed(name)}：${error}`}</span>}
              {error === null && <ProgressBar share={share} label={words.uploading(name)} />}
            </span>
            {error !== null && (
              <Button kind="quiet" size="small" onClick={() => forget(id)}>
                {prepareWords.delete}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A file belongs to the plan only once the server has stored it. */
function useSending(circle: Circle, level: Level) {
  const { plan, change } = useDraft();
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const forget = (id: string) => setSending((old) => old.filter((one) => one.id !== id));
  const note = (id: string, part: Partial<Sending>) => setSending((old) => old.map((one) => (one.id === id ? { ...one, ...part } : one)));
  const send = async (file: File) => {
    const id = newId();
    setSending((old) => [...old, { id, name: file.name, share: 0, error: null }]);
    try {
      const material = await uploadMaterial({
        meeting: plan.notice.meeting,
        materialId: id,
        file,
        circle,
        secrecy: level === 'open' ? undefined : level,
        onProgress: (share) => note(id, { share }),
      });
      change((old) => ({ ...old, materials: [...old.materials, material] }));
      forget(id);
    } catch (error) {
      note(id, { error: messageOf(error) });
    }
  };
  return { sending, send, forget };
}
