// Knows how the counts of one vote read in a sentence; not what was voted on.
import type { Outcome } from '../figures.ts';
import { figure, joined, type Part } from './passage.ts';

/** 赞成16票、反对5票、弃权6票、未按1票; keys that nobody pressed are left out, 赞成 never. `of`: 第9条. */
export function tallyParts({ last }: Pick<Outcome, 'last'>, of: string): readonly Part[] {
  if (!last || last.result.form === 'acclamation') return ['鼓掌通过'];
  const { approve, oppose, abstain, notPressed } = last.result.tally;
  const counts = [
    ['赞成', approve],
    ['反对', oppose],
    ['弃权', abstain],
    ['未按', notPressed],
  ] as const;
  const shown = counts.filter(([key, n]) => key === '赞成' || n > 0);
  return joined(
    shown.map(([key, n]) => [key, figure(`${of}${key}`, n), '票']),
    '、',
  );
}
