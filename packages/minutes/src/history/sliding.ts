// Knows where words that came or went are best said to stand, when the words beside them read alike; not which words differ.
import type { ListPart } from './prose.ts';

/** Where a reader pauses. */
const pause = /^[，。；、：！？,.;:!?\n]$/;

/**
 * 机制，防止 → 机制，明确情形，防止 came in as 明确情形， and not as ，明确情形: what stands alone between the same words is moved along
 * them, so far as the texts stay what they are, to where it is a whole clause.
 */
export function slid(parts: readonly ListPart[]): readonly ListPart[] {
  const out = [...parts];
  for (let place = 1; place < out.length - 1; place += 1) {
    const [before, change, after] = [out[place - 1], out[place], out[place + 1]];
    if (!before || !change || !after || change.change === 'same' || before.change !== 'same' || after.change !== 'same') continue;
    const moved = best(before.units, change.units, after.units);
    out.splice(
      place - 1,
      3,
      { change: 'same', units: moved.before },
      { change: change.change, units: moved.units },
      { change: 'same', units: moved.after },
    );
  }
  return out.filter(({ units }) => units.length > 0);
}

interface Place {
  readonly before: readonly string[];
  readonly units: readonly string[];
  readonly after: readonly string[];
}

function best(before: readonly string[], units: readonly string[], after: readonly string[]): Place {
  const found: Place = { before, units, after };
  let [place, most] = [found, fitness(found)];
  for (const step of [left, right]) {
    for (let next = step(found); next; next = step(next)) {
      const fits = fitness(next);
      if (fits > most) [place, most] = [next, fits];
    }
  }
  return place;
}

function left({ before, units, after }: Place): Place | null {
  const last = before.at(-1);
  if (last === undefined || last !== units.at(-1)) return null;
  return { before: before.slice(0, -1), units: [last, ...units.slice(0, -1)], after: [last, ...after] };
}

function right({ before, units, after }: Place): Place | null {
  const [first] = after;
  if (first === undefined || first !== units[0]) return null;
  return { before: [...before, first], units: [...units.slice(1), first], after: after.slice(1) };
}

/** A clause with the pause after it, a clause with the pause before it, the beginning of a clause, or any words. */
function fitness({ before, units, after }: Place): number {
  const isPause = (unit: string | undefined): boolean => unit === undefined || pause.test(unit);
  const starts = isPause(before.at(-1));
  if (starts && isPause(units.at(-1))) return 3;
  if (isPause(units[0]) && isPause(after[0])) return 2;
  return starts ? 1 : 0;
}
