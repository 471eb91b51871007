// Whose turn comes when (Q8, Q10, Q11), in the simple idea the core is compared with: by writing down each one's rank and sorting.
import { begun } from './standing.ts';
import { isDepartment, isHere, type Hall, type Wish } from './hall.ts';

/** A circle whose time is counted together: the 界别, or one alone. */
const circleOf = ({ sectors }: Hall, person: string): string => {
  const sector = sectors.get(person);
  return sector === undefined ? `alone ${person}` : `together ${sector}`;
};

const asks = ({ kind }: { readonly kind: string }): boolean => kind === 'followUpQuestion' || kind === 'interjection';
/** Who has only done this has not spoken. */
const aside = (kind: string): boolean => asks({ kind }) || kind === 'pointOfOrder';

/** What a question goes back to, through the questions before it. */
function rootOf(hall: Hall, id: string): string {
  const said = [...hall.said, ...begun(hall)];
  const reply = said.find((one) => one.id === id)?.reply ?? null;
  return reply === null ? id : rootOf(hall, reply);
}

function groupOf(hall: Hall, wish: Wish): number {
  const last = [...hall.said, ...begun(hall).toReversed()].findLast(
    (one) => (!aside(one.kind) && one.kind !== 'writtenSpeech') || one.reply !== null,
  );
  const current = [...begun(hall), ...(last ? [last] : [])].map(({ id }) => rootOf(hall, id));
  const comes = hall.people.has(wish.person) && (hall.people.get(wish.person) !== 'member' || isHere(hall, wish.person));
  if (wish.origin === 'passedOver' && (!comes || !wish.held)) return 6;
  if (!comes) return 5;
  if (wish.held) return 1;
  if (wish.kind === 'pointOfOrder' && !wish.behind && wish.origin !== 'passedOver') return -1;
  if (wish.behind) return 4;
  if (wish.origin === 'prepared') return 2;
  if (asks(wish) && wish.reply !== null && current.includes(rootOf(hall, wish.reply))) return 0;
  return wish.kind === 'departmentResponse' && isDepartment(hall, wish.person) ? 3 : 4;
}

export function turnsIn(hall: Hall): readonly Wish[] {
  const spoken = new Set<string>();
  const heard = new Set<string>();
  const used = new Map<string, number>();
  const count = ({ person, kind }: Pick<Wish, 'person' | 'kind'>, ms: number): void => {
    const circle = circleOf(hall, person);
    used.set(circle, (used.get(circle) ?? 0) + ms);
    if (aside(kind)) return;
    spoken.add(person);
    heard.add(circle);
  };
  for (const one of hall.said) if (one.kind !== 'writtenSpeech') count(one, one.spoken);
  for (const one of begun(hall)) count(one, one.limit);
  const rank = (wish: Wish): readonly number[] => {
    const group = groupOf(hall, wish);
    const circle = circleOf(hall, wish.person);
    const fair = [Number(spoken.has(wish.person)), Number(heard.has(circle)), used.get(circle) ?? 0, wish.asked];
    const questionFirst = wish.kind === 'followUpQuestion' ? 0 : 1;
    return [group, ...(group === 4 ? fair : group === 0 ? [questionFirst] : []), hall.waiting.indexOf(wish)];
  };
  const order: Wish[] = [];
  const left = new Set(hall.waiting);
  while (left.size > 0) {
    // Who was skipped waits for those; where all wait for one another, nobody does.
    const fair = [...left].filter((wish) => groupOf(hall, wish) === 4);
    const waits = (wish: Wish): boolean => fair.includes(wish) && fair.some(({ id }) => wish.behind?.includes(id));
    const all = fair.length > 0 && fair.every(waits);
    const [[first] = []] = [...left]
      .filter((wish) => all || !waits(wish))
      .map((wish) => [wish, rank(wish)] as const)
      .toSorted(([, one], [, other]) => {
        const place = one.findIndex((figure, at) => figure !== other[at]);
        return (one[place] ?? 0) - (other[place] ?? 0);
      });
    if (!first) break;
    left.delete(first);
    order.push(first);
    count(first, first.limit);
  }
  return order;
}
