// Knows how the time of the stage stands against what those who wait need, and the one press that shortens all; not whose turn it is.
import { stageBudget, type StageBudget } from '@xieshang/meeting';
import { useMeeting, useServerNow } from '../../../live/index.ts';
import { lengthOf } from '../../../words/time.ts';
import { officeWords as words } from '../../../words/zh/office.ts';
import { Act, useLit } from '../act.tsx';
import { minuteMs } from '../schedule.ts';
import { cutsFor, lackOf } from './cuts.ts';
import look from './queue.module.css';

export function StageTime() {
  const meeting = useMeeting();
  const now = useServerNow(5000);
  const budget = meeting.phase === 'inSession' ? stageBudget(meeting, now) : null;
  if (!budget || budget.plannedMs === 0) return null;
  const { leftMs, neededMs, waiting } = budget;
  const lack = lackOf(budget);
  return (
    <div className={look['time']} data-short={lack > 0 || undefined}>
      <p className="num">
        {leftMs >= 0 ? words.stageLeft(lengthOf(leftMs)) : words.stageOver(lengthOf(-leftMs))}
        {waiting > 0 && ` · ${words.stageNeeds(waiting, lengthOf(neededMs))}`}
        {lack > 0 && ` · ${words.stageShort(lengthOf(lack))}`}
      </p>
      {meeting.queue.cutMs !== undefined && <p className="num">{words.cutTo(lengthOf(meeting.queue.cutMs))}</p>}
      <Cuts budget={budget} />
    </div>
  );
}

function Cuts({ budget }: { readonly budget: StageBudget }) {
  const { queue } = useMeeting();
  const cuts = cutsFor(queue, budget);
  const [longest] = cuts;
  const mayCut = useLit({ type: 'CutLimits', ms: longest ?? 0 }) !== null;
  if (cuts.length === 0 || !mayCut) return null;
  return (
    <div className={look['cuts']} role="group" aria-label={words.cutAll}>
      <span>{words.cutAll}</span>
      {cuts.map((ms) => (
        <Act key={ms} bodies={[{ type: 'CutLimits', ms }]} size="small" aria-label={words.cutEach(ms / minuteMs)}>
          {words.cutMinutes(ms / minuteMs)}
        </Act>
      ))}
    </div>
  );
}
