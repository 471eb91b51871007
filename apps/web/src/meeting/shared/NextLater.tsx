// Knows that what tells somebody of their place and their turn comes after the page: it is there before anybody can ask for the floor.
import { later } from '../../ui/later.tsx';

export const UpNext = later(
  () => import('../next/parts.ts'),
  (parts) => parts.UpNext,
);
export const MyPlace = later(
  () => import('../next/parts.ts'),
  (parts) => parts.MyPlace,
);
