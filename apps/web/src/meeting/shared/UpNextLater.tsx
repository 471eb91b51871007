// Knows that whoever is told of their turn is told by a part that comes after the page: nobody is called in its first seconds.
import { later } from '../../ui/later.tsx';

export const UpNext = later(() => import('../next/UpNext.tsx').then((part) => part.UpNext));
