// Knows the stages as the office follows them: done, now, ahead, the expected end, the step to the next; not what is said at them.
import type { StageId } from '@xieshang/meeting';
import { useMeeting, useServerNow } from '../../live/index.ts';
import { Card } from '../../ui/Card.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { clockTime } from '../../words/time.ts';
import { officeWords as words } from '../../words/zh/office.ts';
import { nameOf } from '../shared/people.ts';
import { stageNow } from '../shared/stage-now.ts';
import { Act, useAct, useLit } from './act.tsx';
import { keys } from './keys.ts';
import { nextStep } from './next-step.ts';
import { CourseActs } from './CourseActs.tsx';
import { expectedEnd, stageAfter, stageTimes, type StageTime } from './schedule.ts';
import look from './StageColumn.module.css';

export function StageColumn() {
  const meeting = useMeeting();
  const now = useServerNow(5000);
  const times = stageTimes(meeting, now);
  const current = times.find(({ state }) => state === 'now')?.name ?? '';
  return (
    <aside className={look['column']} aria-label={words.stages}>
      <ol className={look['stages']}>
        {times.map((time) => (
          <StageRow key={time.stageId} time={time} current={current} />
        ))}
      </ol>
      <End now={now} />
      <NextStage />
      <CourseActs />
    </aside>
  );
}

function StageRow({ time, current }: { readonly time: StageTime; readonly current: string }) {
  const { stageId, name, state, spentMinutes, plannedMinutes } = time;
  const lit = useLit({ type: 'MoveToStage', stageId });
  const { act } = useAct();
  const confirm = useConfirm();
  const enter = async (id: StageId) => {
    const agreed = await confirm({ title: words.enterStage(name), will: words.enterStageWill(current, name), act: words.enterStageAct });
    if (agreed) await act({ type: 'MoveToStage', stageId: id });
  };
  const figures =
    state === 'ahead'
      ? words.minutes(plannedMinutes)
      : state === 'now'
        ? words.minutesOf(spentMinutes, plannedMinutes)
        : words.minutes(spentMinutes);
  const heard = state === 'ahead' ? words.plannedHeard(plannedMinutes) : words.minutesHeard(spentMinutes, plannedMinutes);
  const inside = (
    <>
      <span className={look['name']}>
        {state === 'done' && <span aria-hidden="true">✓ </span>}
        {name}
      </span>
      <span className="num" aria-hidden="true">
        {figures}
      </span>
      <span className="visually-hidden">{state === 'done' ? `${words.stageDone}，${heard}` : heard}</span>
    </>
  );
  return (
    <li aria-current={state === 'now' ? 'step' : undefined}>
      {lit && lit.reason === undefined && state !== 'now' ? (
        <button type="button" className={look['stage']} data-state={state} onClick={() => void enter(stageId)}>
          {inside}
        </button>
      ) : (
        <div className={look['stage']} data-state={state}>
          {inside}
        </div>
      )}
    </li>
  );
}

function End({ now }: { readonly now: number }) {
  const end = expectedEnd(useMeeting(), now);
  if (!end) return null;
  const { at, lateMinutes } = end;
  return (
    <Card as="div" className={look['end']}>
      <p className="spread">
        <span className="muted">{words.expectedEnd}</span>
        <b className="num">{clockTime(at)}</b>
      </p>
      <p className={lateMinutes > 0 ? look['late'] : 'muted'}>
        {lateMinutes > 0 ? words.late(lateMinutes) : lateMinutes < 0 ? words.early(-lateMinutes) : words.onTime}
      </p>
    </Card>
  );
}

function NextStage() {
  const meeting = useMeeting();
  const next = stageAfter(meeting);
  const now = stageNow(meeting);
  const { floor } = meeting.queue;
  const lit = useLit({ type: 'ConcludeMeeting' });
  if (!lit || !now) return null;
  if (!next) return <p className="small muted">{words.lastStage}</p>;
  return (
    <div className={look['next']}>
      <Act
        bodies={[{ type: 'MoveToStage', stageId: next.stageId }]}
        wide
        {...(nextStep(meeting).step === 'enterStage' && { kind: 'primary', size: 'large' })}
        shortcut={keys.stage}
        askByKey={{ title: words.enterStage(next.name), will: words.enterStageWill(now?.name ?? '', next.name), act: words.enterStageAct }}
        aria-describedby="next-stage-name"
      >
        {words.nextStage}
      </Act>
      <p id="next-stage-name" className="small">
        <b>{next.name}</b>
        {floor.phase !== 'empty' && (
          <span className="muted">{` · ${words.moveEndsSpeech(nameOf(meeting.roll, floor.request.person))}`}</span>
        )}
      </p>
    </div>
  );
}
