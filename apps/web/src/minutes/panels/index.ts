// Knows which panels stand beside the text, in the order of their tabs. A panel is a folder here and a line below.
import { lazy } from 'react';
import { signingWords } from '../../words/zh/signing.ts';
import type { Panel } from './panel.ts';

const ofOffice: Panel['shown'] = (_meeting, { role }) => role === 'secretary' || role === 'moderator';

export const panels: readonly Panel[] = [
  {
    id: 'speakers',
    name: signingWords.speakersPanel,
    Body: lazy(() => import('./speakers/index.tsx')),
    shown: (meeting, viewer) => meeting.phase === 'concluded' && ofOffice(meeting, viewer),
  },
  { id: 'carried', name: signingWords.itemsPanel, Body: lazy(() => import('./carried/index.tsx')), shown: ofOffice },
];
