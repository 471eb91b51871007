// Knows the playback of the minutes: a slider through time, each step with who and when and what it changed; draws no version list.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { messageOf } from '../../../http/client.ts';
import { differenceQuery, pageQuery, type Overview } from '../../../http/history.ts';
import { useMeeting } from '../../../live/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorPanel, Loading } from '../../../ui/states.tsx';
import { calendarDay, clockTimeWithSeconds } from '../../../words/time.ts';
import { common } from '../../../words/zh/common.ts';
import { historyWords as words } from '../../../words/zh/minutes-history.ts';
import look from './History.module.css';
import { DifferenceLines, PageLines } from './Lines.tsx';
import { whoIs } from './who.ts';

/** How long a step is shown, ms. */
const stepMs = 1_400;
/** While the slider is drawn along, only where it rests is asked for, ms. */
const restMs = 150;

/** A value once it has not changed for a moment. */
function useResting<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

export function Playback({ overview, onClose }: { readonly overview: Overview; readonly onClose: () => void }) {
  const { notice, roll } = useMeeting();
  const { frames } = overview;
  const [step, setStep] = useState(frames.length - 1);
  const [plays, setPlays] = useState(false);
  const shown = useResting(step);
  const [frame, before] = [frames[shown], frames[shown - 1]];
  const first = useQuery({ ...pageQuery(notice.meeting, frame?.seq ?? 1), enabled: !before, placeholderData: keepPreviousData });
  const change = useQuery({
    ...differenceQuery(notice.meeting, before?.seq ?? 1, frame?.seq ?? 1),
    enabled: before !== undefined,
    placeholderData: keepPreviousData,
  });
  const asked = before ? change : first;
  const place = useRef<HTMLDivElement>(null);
  const ready = asked.isSuccess && !asked.isPlaceholderData;
  useEffect(() => {
    if (ready) place.current?.querySelector('ins, del')?.scrollIntoView({ block: 'center' });
  }, [ready, shown]);
  useEffect(() => {
    if (!plays || !ready || shown !== step) return undefined;
    const timer = setTimeout(() => {
      if (step + 1 < frames.length) setStep(step + 1);
      if (step + 2 >= frames.length) setPlays(false);
    }, stepMs);
    return () => clearTimeout(timer);
  }, [plays, ready, shown, step, frames.length]);
  const now = frames[step];
  const go = (to: number): void => {
    setPlays(false);
    setStep(Math.min(Math.max(to, 0), frames.length - 1));
  };
  const told = now && words.stepBy(whoIs(roll, now.by), `${calendarDay(now.at)} ${clockTimeWithSeconds(now.at)}`);
  return (
    <Dialog
      open
      wide
      title={words.playbackTitle}
      onClose={onClose}
      acts={
        <Button kind="primary" onClick={onClose}>
          {common.close}
        </Button>
      }
    >
      <div className="stack">
        <div className={look['player']}>
          <div className={look['keys']}>
            <Button unavailable={step === 0 ? words.firstStep : undefined} onClick={() => go(step - 1)}>
              {words.earlier}
            </Button>
            <Button
              onClick={() => {
                if (!plays && step === frames.length - 1) setStep(0);
                setPlays(!plays);
              }}
            >
              {plays ? words.pause : words.play}
            </Button>
            <Button unavailable={step === frames.length - 1 ? words.lastStep : undefined} onClick={() => go(step + 1)}>
              {words.later}
            </Button>
          </div>
          <input
            type="range"
            className={look['slider']}
            aria-label={words.slider}
            aria-valuetext={told}
            min={0}
            max={Math.max(frames.length - 1, 0)}
            value={step}
            onChange={(event) => go(Number(event.target.value))}
          />
          <p className={look['told']}>
            <b>{told}</b> <span className="muted num">{words.step(step + 1, frames.length)}</span>
          </p>
        </div>
        {asked.isPending && <Loading />}
        {asked.error && <ErrorPanel onRetry={() => void asked.refetch()}>{messageOf(asked.error)}</ErrorPanel>}
        <div ref={place} className={look['screen']}>
          {before && change.data && <DifferenceLines difference={change.data} whole />}
          {!before && first.data && <PageLines page={first.data} who={false} />}
        </div>
      </div>
    </Dialog>
  );
}
