// Knows that the cues of a speech come after the page: the first is due a while after a speech begins.
import { later } from '../../ui/later.tsx';

export const Cues = later(
  () => import('./Cues.tsx'),
  (part) => part.Cues,
);
