// Knows when a page needs what shows private words; what shows them comes after the page.
import type { Aside } from '@xieshang/meeting';
import { useMeeting, useViewer } from '../../live/index.ts';
import { later } from '../../ui/later.tsx';

const Cards = later(
  () => import('./AsideCards.tsx'),
  (part) => part.AsideCards,
);

/** Nothing for who was sent none. `new`: what is not acknowledged, in view; `read`: the rest; `both`: where something else comes first. */
export function Asides({ show }: { readonly show: 'new' | 'read' | 'both' }) {
  const { asides } = useMeeting();
  const { person } = useViewer();
  const mine: readonly Aside[] = asides.filter(({ to }) => to === person);
  return mine.length > 0 ? <Cards asides={mine} show={show} /> : null;
}
