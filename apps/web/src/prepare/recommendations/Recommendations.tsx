// Knows the draft recommendations before the meeting: their text, order and who is to carry them out; not how they are voted on.
import { motionId, type Recommendation } from '@xieshang/meeting';
import { AutoComplete, DatePicker, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useState } from 'react';
import { newId } from '../../http/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/Field.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { common } from '../../words/zh/common.ts';
import { prepareWords, recommendationsWords as words } from '../../words/zh/prepare.ts';
import { MovableList } from '../MovableList.tsx';
import look from '../Prepare.module.css';
import { useDraft } from '../use-draft.ts';
import { paragraphs } from './paragraphs.ts';

const fresh = (text: string): Recommendation => ({
  motionId: motionId(newId()),
  number: 1,
  text,
  version: 1,
  leadUnit: '',
  coUnits: [],
  dueDate: null,
});

/** Numbers follow the order of the list. */
const numbered = (list: readonly Recommendation[]): readonly Recommendation[] => list.map((one, index) => ({ ...one, number: index + 1 }));

export function Recommendations() {
  const { plan, change } = useDraft();
  const [pasting, setPasting] = useState(false);
  const set = (update: (old: readonly Recommendation[]) => readonly Recommendation[]) =>
    change((old) => ({ ...old, recommendations: numbered(update(old.recommendations)) }));
  const { recommendations } = plan;
  return (
    <>
      <p className="muted">{words.hint}</p>
      {recommendations.length === 0 && <EmptyState title={words.emptyTitle}>{words.empty}</EmptyState>}
      <MovableList
        items={recommendations}
        idOf={(one) => one.motionId}
        nameOf={({ number }) => words.numbered(number)}
        onOrder={(list) => set(() => list)}
      >
        {(one) => (
          <RecommendationLine
            one={one}
            onSet={(part) => set((old) => old.map((other) => (other.motionId === one.motionId ? { ...other, ...part } : other)))}
            onRemove={() => set((old) => old.filter((other) => other.motionId !== one.motionId))}
          />
        )}
      </MovableList>
      <div className="row">
        <Button onClick={() => set((old) => [...old, fresh('')])}>{words.add}</Button>
        <Button onClick={() => setPasting(true)}>{words.paste}</Button>
      </div>
      {pasting && (
        <PasteMany
          onClose={() => setPasting(false)}
          onTake={(texts) => {
            set((old) => [...old, ...texts.map(fresh)]);
            setPasting(false);
          }}
        />
      )}
    </>
  );
}

interface RecommendationLineProps {
  readonly one: Recommendation;
  readonly onSet: (part: Partial<Recommendation>) => void;
  readonly onRemove: () => void;
}

function RecommendationLine({ one, onSet, onRemove }: RecommendationLineProps) {
  const { plan } = useDraft();
  const units = plan.attendees.flatMap(({ role, unit }) => (role === 'departmentRep' && unit ? [{ value: unit, label: unit }] : []));
  const name = words.numbered(one.number);
  return (
    <div className="stack">
      <div className="spread">
        <h3>{name}</h3>
        <Button kind="quiet" size="small" aria-label={prepareWords.deleteOf(name)} onClick={onRemove}>
          {prepareWords.delete}
        </Button>
      </div>
      <Input.TextArea
        aria-label={`${name} ${words.text}`}
        placeholder={words.text}
        value={one.text}
        maxLength={4000}
        autoSize={{ minRows: 2 }}
        status={one.text.trim() ? '' : 'error'}
        onChange={(event) => onSet({ text: event.target.value })}
      />
      <div className="row">
        <label className={look['label']} htmlFor={`${one.motionId}-lead`}>
          {words.lead}
        </label>
        <AutoComplete
          id={`${one.motionId}-lead`}
          value={one.leadUnit}
          options={units}
          style={{ width: '15rem' }}
          maxLength={120}
          onChange={(leadUnit: string) => onSet({ leadUnit })}
        />
        <label className={look['label']} htmlFor={`${one.motionId}-co`}>
          {words.co}
        </label>
        <Select<string[]>
          id={`${one.motionId}-co`}
          mode="tags"
          value={[...one.coUnits]}
          options={units}
          style={{ minWidth: '15rem', flex: 1 }}
          onChange={(coUnits) => onSet({ coUnits: coUnits.map((unit) => unit.trim()).filter((unit) => unit !== '' && unit.length <= 120) })}
        />
        <label className={look['label']} htmlFor={`${one.motionId}-due`}>
          {words.due}
        </label>
        <DatePicker
          id={`${one.motionId}-due`}
          value={one.dueDate === null ? null : dayjs(one.dueDate)}
          style={{ width: '10rem' }}
          onChange={(day: Dayjs | null) => onSet({ dueDate: day === null ? null : day.format('YYYY-MM-DD') })}
        />
      </div>
    </div>
  );
}

function PasteMany({ onClose, onTake }: { readonly onClose: () => void; readonly onTake: (texts: readonly string[]) => void }) {
  const [text, setText] = useState('');
  const found = paragraphs(text);
  return (
    <Dialog
      open
      wide
      title={words.pasteTitle}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button kind="primary" disabled={found.length === 0} onClick={() => onTake(found)}>
            {words.pasteAct(found.length)}
          </Button>
        </>
      }
    >
      <TextArea label={words.text} hint={words.pasteHint} value={text} onText={setText} rows={12} />
    </Dialog>
  );
}
