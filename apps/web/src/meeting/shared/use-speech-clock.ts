// Knows how a clock is drawn at the moment its second changes, by the server's time; not how it looks.
import { useServerNowWhen } from '../../live/index.ts';
import { speechClock, untilNextSecond, type SpeechClock, type TakenFloor } from './speech-clock.ts';

/** A clock that stands is looked at so often. */
const restMs = 1000;

/** F11. Every screen shows the same second at the same moment. */
export function useSpeechClock(floor: TakenFloor, warningsMs: readonly number[]): SpeechClock {
  const since = floor.phase === 'speaking' ? floor.since : -floor.pausedAt;
  const now = useServerNowWhen(
    (at) => (floor.phase === 'speaking' ? untilNextSecond(speechClock(floor, at, warningsMs).leftMs) : restMs),
    `${floor.request.requestId} ${since} ${floor.limitMs}`,
  );
  return speechClock(floor, now, warningsMs);
}
