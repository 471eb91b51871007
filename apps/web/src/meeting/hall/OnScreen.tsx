// Knows what fills a screen of the house: what goes on, or what was put there instead, which comes once it is wanted.
import type { Showing } from '@xieshang/meeting';
import { lazy, Suspense } from 'react';
import { SceneShown } from './SceneShown.tsx';

/** Before the office puts something on a screen it follows the meeting. */
const PutScene = lazy(() => import('../screens/PutScene.tsx'));

export const OnScreen = ({ showing }: { readonly showing: Showing }) =>
  showing.kind === 'meeting' ? (
    <SceneShown />
  ) : (
    <Suspense fallback={<div />}>
      <PutScene showing={showing} />
    </Suspense>
  );
