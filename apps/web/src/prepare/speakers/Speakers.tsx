// Knows who speaks by appointment, in which order and about what; not what is said.
import { requestId, speechMsOf, type PersonId, type PreparedSpeech, type StageId } from '@xieshang/meeting';
import { Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { newId } from '../../http/ids.ts';
import type { Plan, Stage } from '../../http/shapes.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { lengthOf } from '../../words/time.ts';
import { agendaWords, prepareWords, speakersWords as words } from '../../words/zh/prepare.ts';
import { MovableList } from '../MovableList.tsx';
import look from '../Prepare.module.css';
import { useDraft } from '../use-draft.ts';

const minuteMs = 60_000;
const limitOf = (plan: Plan, stage: Stage, speech: PreparedSpeech): number =>
  speech.limitMs ?? stage.speechMs ?? speechMsOf(plan.rules, speech.kind);

export function Speakers() {
  const { plan } = useDraft();
  const stages = plan.stages.filter(({ speechKind }) => speechKind !== null);
  const [chosen, setChosen] = useState<StageId | null>(null);
  const stage =
    stages.find(({ stageId }) => stageId === chosen) ?? stages.find(({ speechKind }) => speechKind === 'keynoteSpeech') ?? stages[0];
  if (plan.attendees.length === 0) return <EmptyState title={words.noPeople} />;
  if (!stage) return <EmptyState title={words.noStage} />;
  return (
    <>
      <div className="row">
        <strong>{agendaWords.stage}</strong>
        <Select<StageId>
          aria-label={agendaWords.stage}
          value={stage.stageId}
          onChange={setChosen}
          style={{ width: '14rem' }}
          options={stages.map(({ stageId, name }) => ({
            value: stageId,
            label: `${name}（${plan.prepared.filter((one) => one.stageId === stageId).length}）`,
          }))}
        />
        <span className="small muted">{words.hint}</span>
      </div>
      <SpeakersAt key={stage.stageId} stage={stage} />
    </>
  );
}

function SpeakersAt({ stage }: { readonly stage: Stage }) {
  const { plan, change } = useDraft();
  const here = plan.prepared.filter(({ stageId }) => stageId === stage.stageId);
  const set = (update: (old: readonly PreparedSpeech[]) => readonly PreparedSpeech[]) =>
    change((old) => ({
      ...old,
      prepared: [
        ...old.prepared.filter(({ stageId }) => stageId !== stage.stageId),
        ...update(old.prepared.filter(({ stageId }) => stageId === stage.stageId)),
      ],
    }));
  const first =
    plan.attendees.find(({ person, role }) => role === 'member' && !here.some((one) => one.person === person)) ?? plan.attendees[0];
  const add = () => {
    if (!first || stage.speechKind === null) return;
    const speech: PreparedSpeech = {
      requestId: requestId(newId()),
      stageId: stage.stageId,
      person: first.person,
      kind: stage.speechKind,
      topic: '',
      addressedTo: [],
    };
    set((old) => [...old, speech]);
  };
  const total = here.reduce((sum, speech) => sum + limitOf(plan, stage, speech), 0);
  const nameOf = (person: PersonId) => plan.attendees.find((one) => one.person === person)?.name ?? person;
  return (
    <>
      {here.length === 0 ? (
        <EmptyState title={words.emptyTitle} />
      ) : (
        <Card as="div" tone="flat">
          <MovableList
            items={here}
            idOf={(speech) => speech.requestId}
            nameOf={({ person }) => nameOf(person)}
            onOrder={(list) => set(() => list)}
          >
            {(speech, index) => (
              <SpeechLine
                speech={speech}
                stage={stage}
                number={index + 1}
                onSet={(part) => set((old) => old.map((one) => (one.requestId === speech.requestId ? { ...one, ...part } : one)))}
                onLimit={(minutes) => set((old) => old.map((one) => (one.requestId === speech.requestId ? withLimit(one, minutes) : one)))}
                onRemove={() => set((old) => old.filter((one) => one.requestId !== speech.requestId))}
              />
            )}
          </MovableList>
        </Card>
      )}
      <div className="spread">
        <Button onClick={add}>{words.add}</Button>
        <span className="num">{words.total(here.length, lengthOf(total), lengthOf(stage.minutes * minuteMs))}</span>
      </div>
    </>
  );
}

/** Without minutes the speech goes back to the usual limit. */
function withLimit({ limitMs: _old, ...speech }: PreparedSpeech, minutes: number | null): PreparedSpeech {
  return minutes === null ? speech : { ...speech, limitMs: minutes * minuteMs };
}

interface SpeechLineProps {
  readonly speech: PreparedSpeech;
  readonly stage: Stage;
  readonly number: number;
  readonly onSet: (part: Partial<Pick<PreparedSpeech, 'person' | 'topic' | 'addressedTo'>>) => void;
  readonly onLimit: (minutes: number | null) => void;
  readonly onRemove: () => void;
}

function SpeechLine({ speech, stage, number, onSet, onLimit, onRemove }: SpeechLineProps) {
  const { plan } = useDraft();
  const speakers = plan.attendees.filter(({ role }) => role === 'member' || role === 'departmentRep');
  const usual = limitOf(plan, stage, withLimit(speech, null)) / minuteMs;
  const speaker = plan.attendees.find(({ person }) => person === speech.person);
  return (
    <div className={look['speech']}>
      <span className="num">{number}</span>
      <Select<PersonId>
        aria-label={words.person}
        value={speech.person}
        status={speaker ? '' : 'error'}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(person) => onSet({ person })}
        options={speakers.map(({ person, name, sector, unit }) => ({
          value: person,
          label: [name, sector ?? unit].filter(Boolean).join(' · '),
        }))}
      />
      <Input
        className={look['topic'] ?? ''}
        aria-label={words.topic}
        placeholder={words.topic}
        value={speech.topic}
        maxLength={200}
        onChange={(event) => onSet({ topic: event.target.value })}
      />
      <InputNumber
        aria-label={words.minutes}
        placeholder={words.usual(usual)}
        value={speech.limitMs === undefined ? null : speech.limitMs / minuteMs}
        min={1}
        max={120}
        precision={0}
        suffix={words.minutes}
        style={{ width: '100%' }}
        onChange={onLimit}
      />
      <Button kind="quiet" size="small" aria-label={prepareWords.deleteOf(speaker?.name ?? '')} onClick={onRemove}>
        {prepareWords.delete}
      </Button>
      <div className={look['whole']}>
        <Select<PersonId[]>
          aria-label={words.departments}
          mode="multiple"
          placeholder={words.departments}
          value={[...speech.addressedTo]}
          onChange={(addressedTo) => onSet({ addressedTo })}
          style={{ width: '100%' }}
          showSearch={{ optionFilterProp: 'label' }}
          options={plan.attendees
            .filter(({ role }) => role === 'departmentRep')
            .map(({ person, unit, name }) => ({ value: person, label: unit ?? name }))}
        />
      </div>
    </div>
  );
}
