// Knows which panels stand beside the text, in the order of their tabs. A panel is a folder here and a line below.
import { mayReadRemarks } from '@xieshang/minutes';
import { lazy } from 'react';
import { remarkWords } from '../../words/zh/remarks.ts';
import type { Panel } from './panel.ts';

export const panels: readonly Panel[] = [
  {
    id: 'remarks',
    name: remarkWords.panel,
    Body: lazy(() => import('./remarks/RemarksPanel.tsx')),
    Around: lazy(() => import('./remarks/AroundRemarks.tsx')),
    shown: (meeting, { person }) => mayReadRemarks(meeting, person),
  },
];
