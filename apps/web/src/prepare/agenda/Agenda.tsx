// Knows the stages of a meeting and how long each is planned; not who speaks there.
import { useQuery } from '@tanstack/react-query';
import { stageId, type FloorKind, type Stage } from '@xieshang/meeting';
import { Input, InputNumber, Select } from 'antd';
import { newId } from '../../http/ids.ts';
import { defaultsQuery } from '../../http/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { clockTime, lengthOf } from '../../words/time.ts';
import { agendaWords as words, prepareWords, speechKindWords } from '../../words/zh/prepare.ts';
import { MovableList } from '../MovableList.tsx';
import look from '../Prepare.module.css';
import { useDraft } from '../use-draft.ts';

const minuteMs = 60_000;
const kinds = (['briefing', 'keynoteSpeech', 'openFloorSpeech', 'departmentResponse'] as const).map((value) => ({
  value,
  label: speechKindWords[value],
}));

export function Agenda() {
  const { plan, change } = useDraft();
  const template = useQuery(defaultsQuery).data?.templates[0];
  const setStages = (stages: readonly Stage[]) => change((old) => ({ ...old, stages }));
  const set = (id: string, part: Partial<Stage>) =>
    change((old) => ({ ...old, stages: old.stages.map((one) => (one.stageId === id ? { ...one, ...part } : one)) }));
  const total = plan.stages.reduce((sum, { minutes }) => sum + minutes, 0);
  const fresh: Stage = { stageId: stageId(newId()), name: words.newStage, minutes: 10, speechKind: null };
  return (
    <>
      <p className="muted">{words.hint}</p>
      <MovableList items={plan.stages} idOf={(stage) => stage.stageId} nameOf={(stage) => stage.name} onOrder={setStages} center>
        {(stage, index) => (
          <div className={look['stage']}>
            <Input
              aria-label={words.stage}
              value={stage.name}
              maxLength={40}
              status={stage.name.trim() ? '' : 'error'}
              onChange={(event) => set(stage.stageId, { name: event.target.value })}
            />
            <InputNumber
              aria-label={`${stage.name} ${words.minutes}`}
              value={stage.minutes}
              min={0}
              max={600}
              precision={0}
              suffix={words.minutes}
              style={{ width: '100%' }}
              onChange={(minutes) => set(stage.stageId, { minutes: minutes ?? 0 })}
            />
            <Select<FloorKind | ''>
              aria-label={`${stage.name} ${words.speech}`}
              value={stage.speechKind ?? ''}
              options={[{ value: '', label: words.noSpeech }, ...kinds]}
              onChange={(kind) => set(stage.stageId, { speechKind: kind === '' ? null : kind })}
            />
            <span className="small muted num">
              {words.from(clockTime(plan.notice.startsAt + minutesBefore(plan.stages, index) * minuteMs))}
            </span>
            <Button
              kind="quiet"
              size="small"
              aria-label={prepareWords.deleteOf(stage.name)}
              onClick={() => setStages(plan.stages.filter((one) => one !== stage))}
            >
              {prepareWords.delete}
            </Button>
          </div>
        )}
      </MovableList>
      <div className="spread">
        <div className="row">
          <Button onClick={() => setStages([...plan.stages, fresh])}>{words.add}</Button>
          {template && (
            <Button kind="quiet" onClick={() => setStages(template.stages)}>
              {words.reset}
            </Button>
          )}
        </div>
        <span className={`${look['figure']} num`}>
          {words.total(lengthOf(total * minuteMs), clockTime(plan.notice.startsAt + total * minuteMs))}
        </span>
      </div>
    </>
  );
}

const minutesBefore = (stages: readonly Stage[], index: number): number =>
  stages.slice(0, index).reduce((sum, { minutes }) => sum + minutes, 0);
