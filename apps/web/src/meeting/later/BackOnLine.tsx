// Knows what a speaker is told who lost the line and is back (F13); not how the speech went on.
import type { Floor } from '@xieshang/meeting';
import { useServerNow } from '../../live/index.ts';
import { clockText } from '../../ui/clock-text.ts';
import { speakerLineWords as words } from '../../words/zh/speaker-line.ts';
import look from './BackOnLine.module.css';

/** ms it is told for: long enough to be read by whoever looks for the thread. */
const toldFor = 20_000;

export function BackOnLine({ floor }: { readonly floor: Extract<Floor, { phase: 'speaking' }> }) {
  const now = useServerNow(1000);
  const last = floor.pauses?.at(-1);
  const told = last?.lost && !floor.lease && floor.since === last.to && now - last.to < toldFor;
  return (
    <div role="status">
      {told && (
        <p className={look['back']}>
          <strong>{words.back}</strong>
          <span className="small num">{words.backAfter(clockText(last.to - last.from))}</span>
        </p>
      )}
    </div>
  );
}
