// Knows which panels stand beside the text, in the order of their tabs. A panel is a folder here and a line below.
import { mayReadRemarks } from '@xieshang/minutes';
import { mayReadHistory, mayReadJottings } from '@xieshang/meeting';
import { lazy } from 'react';
import { findWords } from '../../words/zh/minutes-find.ts';
import { peopleWords } from '../../words/zh/minutes-people.ts';
import { phraseWords } from '../../words/zh/minutes-phrases.ts';
import { jottingWords } from '../../words/zh/jottings.ts';
import { checkWords } from '../../words/zh/minutes-check.ts';
import { draftWords, sourceWords } from '../../words/zh/minutes-draft.ts';
import { remarkWords } from '../../words/zh/remarks.ts';
import { historyWords } from '../../words/zh/minutes-history.ts';
import { signingWords } from '../../words/zh/signing.ts';
import type { Panel } from './panel.ts';

const ofOffice: Panel['shown'] = (_meeting, { role }) => role === 'secretary' || role === 'moderator';
/** Nobody else ever writes in minutes (M1). */
const writes: Panel['shown'] = (_meeting, { role }) => role === 'secretary' || role === 'member';

export const panels: readonly Panel[] = [
  {
    id: 'draft',
    name: draftWords.name,
    Body: lazy(() => import('./draft/index.tsx')),
    Around: lazy(() => import('./draft/AroundDraft.tsx')),
    shown: ofOffice,
  },
  {
    id: 'check',
    name: checkWords.name,
    Body: lazy(() => import('./check/index.tsx')),
    Around: lazy(() => import('./check/AroundCheck.tsx')),
    shown: ofOffice,
  },
  {
    id: 'source',
    name: sourceWords.name,
    Body: lazy(() => import('./source/index.tsx')),
    Around: lazy(() => import('./source/AroundSource.tsx')),
    shown: ofOffice,
  },
  {
    id: 'remarks',
    name: remarkWords.panel,
    Body: lazy(() => import('./remarks/RemarksPanel.tsx')),
    Around: lazy(() => import('./remarks/AroundRemarks.tsx')),
    shown: (meeting, { person }) => mayReadRemarks(meeting, person),
  },
  {
    id: 'jottings',
    name: jottingWords.panel,
    Body: lazy(() => import('./jottings/index.tsx')),
    Around: lazy(() => import('./jottings/AroundJottings.tsx')),
    shown: (meeting, { person }) => mayReadJottings(meeting, person),
  },
  { id: 'people', name: peopleWords.name, Body: lazy(() => import('./people/People.tsx')), shown: () => true },
  { id: 'find', name: findWords.name, letter: 'f', Body: lazy(() => import('./find/Find.tsx')), shown: () => true },
  { id: 'terms', name: phraseWords.terms, Body: lazy(() => import('./terms/Terms.tsx')), shown: writes },
  { id: 'patterns', name: phraseWords.patterns, Body: lazy(() => import('./patterns/Patterns.tsx')), shown: writes },
  {
    id: 'speakers',
    name: signingWords.speakersPanel,
    Body: lazy(() => import('./speakers/index.tsx')),
    shown: (meeting, viewer) => meeting.phase === 'concluded' && ofOffice(meeting, viewer),
  },
  { id: 'carried', name: signingWords.itemsPanel, Body: lazy(() => import('./carried/index.tsx')), shown: ofOffice },
  {
    id: 'history',
    name: historyWords.tab,
    Body: lazy(() => import('./history/HistoryPanel.tsx')),
    shown: (meeting, { person }) => mayReadHistory(meeting, person),
  },
];
