// Knows what has been announced of what was put more than once: the round that stands, and how the others ended; not how it looks.
import { resultsOf, type Instant, type MotionId, type Result } from '@xieshang/meeting';
import { roomWords as words } from '../../words/zh/room.ts';
import type { Held } from './held.ts';
import { figuresText, isCounted, verdictText } from './verdict.ts';

/** V2, V21. The round announced last, whatever has become of a later one. */
export interface ToldResult {
  readonly motionId: MotionId;
  readonly round: number;
  readonly result: Result;
  readonly announcedAt: Instant;
  /** `第 1 轮：未通过 …`, `第 2 轮作废：文本有误`: the other rounds that everybody knows of, in order. */
  readonly others: readonly string[];
}

interface RoundTold {
  readonly round: number;
  readonly text: string;
  readonly told?: Pick<ToldResult, 'result' | 'announcedAt'>;
}

/** Of every motion of which a result was announced. */
export const toldResults = (meeting: Held): readonly ToldResult[] =>
  (Object.keys(meeting.motions) as MotionId[]).flatMap((motionId) => {
    const rounds = roundsTold(meeting, motionId);
    const last = rounds.findLast(({ told }) => told !== undefined);
    if (!last?.told) return [];
    const others = rounds.filter((one) => one !== last).map(({ text }) => text);
    return [{ motionId, round: last.round, ...last.told, others }];
  });

function roundsTold({ motions, rounds }: Held, motionId: MotionId): readonly RoundTold[] {
  const results = [...resultsOf(motions[motionId])];
  return (rounds[motionId] ?? []).flatMap(({ round, end }): RoundTold[] => {
    if (end.as === 'voided') return [{ round, text: words.roundVoided(round, end.rule === null ? end.reason : words.voidRules[end.rule]) }];
    const result = end.as === 'decided' ? results.shift() : undefined;
    if (result?.announcedAt === undefined) return [];
    const came = isCounted(result) ? `${verdictText(result)}　${figuresText(result)}` : figuresText(result);
    return [{ round, text: words.roundCame(round, came), told: { result, announcedAt: result.announcedAt } }];
  });
}
