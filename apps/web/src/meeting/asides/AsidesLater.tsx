// Knows when a page needs what shows private words; what shows them comes after the page.
import type { Aside } from '@xieshang/meeting';
import { useMeeting, useViewer } from '../../live/index.ts';
import { later } from '../../ui/later.tsx';

const Cards = later(() => import('./AsideCards.tsx').then((part) => part.AsideCards));

/** Nothing for who was sent none. `apart`: something else comes first now. */
export function Asides({ apart = false }: { readonly apart?: boolean }) {
  const { asides } = useMeeting();
  const { person } = useViewer();
  const mine: readonly Aside[] = asides.filter(({ to }) => to === person);
  return mine.length > 0 ? <Cards asides={mine} apart={apart} /> : null;
}
