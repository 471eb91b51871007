// Knows which address shows which page; each page is fetched when it is asked for.
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { meetingId } from '@xieshang/meeting';
import { lazy, Suspense, type ReactNode } from 'react';
import { Broken } from './Broken.tsx';
import RoomPage from './meeting/RoomPage.tsx';
import { NotFound } from './NotFound.tsx';
import { SignedIn } from './sign-in/SignedIn.tsx';
import { Loading } from './ui/states.tsx';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

/** Pages without a reader. */
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { return?: string } => (typeof search['return'] === 'string' ? { return: search['return'] } : {}),
  component: lazyRouteComponent(() => import('./sign-in/SignIn.tsx'), 'SignIn'),
});
const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./setup/SetUp.tsx'), 'SetUp'),
});
const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('./join/Join.tsx'), 'Join'),
});
const whoSees = createRoute({
  getParentRoute: () => root,
  path: '/secret-vote',
  component: lazyRouteComponent(() => import('./secret-vote/WhoSees.tsx'), 'WhoSees'),
});

const HallPage = lazy(() => import('./meeting/hall/HallPage.tsx'));
const MinutesPage = lazy(() => import('./minutes/MinutesPage.tsx'));
const EvidencePage = lazy(() => import('./evidence/EvidencePage.tsx'));
const ContributionsPage = lazy(() => import('./contributions/ContributionsPage.tsx'));
const ReceiptPage = lazy(() => import('./secret-vote/ReceiptPage.tsx'));
function Room(): ReactNode {
  const id = room.useParams().meetingId;
  return (
    <Suspense fallback={<Loading />}>
      <RoomPage key={id} meetingId={meetingId(id)} entry={null} />
    </Suspense>
  );
}
function Hall(): ReactNode {
  const id = hall.useParams().meetingId;
  return (
    <Suspense fallback={<Loading />}>
      <HallPage key={id} meetingId={meetingId(id)} entry={null} />
    </Suspense>
  );
}
function Minutes(): ReactNode {
  const id = minutes.useParams().meetingId;
  return (
    <Suspense fallback={<Loading />}>
      <MinutesPage key={id} meetingId={meetingId(id)} />
    </Suspense>
  );
}

function Receipt(): ReactNode {
  const id = receipt.useParams().meetingId;
  return (
    <Suspense fallback={<Loading />}>
      <ReceiptPage key={id} meetingId={meetingId(id)} />
    </Suspense>
  );
}

function Evidence(): ReactNode {
  const id = evidence.useParams().meetingId;
  return (
    <Suspense fallback={<Loading />}>
      <EvidencePage key={id} meetingId={meetingId(id)} />
    </Suspense>
  );
}

function Contributions(): ReactNode {
  const id = contributions.useParams().meetingId;
  return (
    <Suspense fallback={<Loading />}>
      <ContributionsPage key={id} meetingId={meetingId(id)} />
    </Suspense>
  );
}

/** Pages for signed-in people. */
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });
const meetings = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('./meetings/Meetings.tsx'), 'Meetings'),
});
const search = createRoute({
  getParentRoute: () => signedIn,
  path: '/search',
  validateSearch: (given): { q?: string; kind?: string } => ({
    ...(typeof given['q'] === 'string' ? { q: given['q'] } : {}),
    ...(typeof given['kind'] === 'string' ? { kind: given['kind'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./search/Search.tsx'), 'Search'),
});
const archives = createRoute({
  getParentRoute: () => signedIn,
  path: '/archives',
  component: lazyRouteComponent(() => import('./archives/Archives.tsx'), 'Archives'),
});
const archive = createRoute({
  getParentRoute: () => signedIn,
  path: '/archives/$meetingId',
  component: lazyRouteComponent(() => import('./archives/Archive.tsx'), 'Archive'),
});
const me = createRoute({ getParentRoute: () => signedIn, path: '/me', component: lazyRouteComponent(() => import('./me/Me.tsx'), 'Me') });
const accounts = createRoute({
  getParentRoute: () => signedIn,
  path: '/accounts',
  component: lazyRouteComponent(() => import('./accounts/Accounts.tsx'), 'Accounts'),
});
const room = createRoute({ getParentRoute: () => signedIn, path: '/meeting/$meetingId', component: Room });
const hall = createRoute({ getParentRoute: () => signedIn, path: '/meeting/$meetingId/screen', component: Hall });
const minutes = createRoute({ getParentRoute: () => signedIn, path: '/meeting/$meetingId/minutes', component: Minutes });
const evidence = createRoute({ getParentRoute: () => signedIn, path: '/meeting/$meetingId/evidence', component: Evidence });
const receipt = createRoute({ getParentRoute: () => signedIn, path: '/meeting/$meetingId/receipt', component: Receipt });
const contributions = createRoute({
  getParentRoute: () => signedIn,
  path: '/meeting/$meetingId/contributions',
  validateSearch: (given): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(given).flatMap(([name, value]) =>
        typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
      ),
    ),
  component: Contributions,
});
const material = createRoute({
  getParentRoute: () => signedIn,
  path: '/meeting/$meetingId/materials/$materialId',
  component: lazyRouteComponent(() => import('./materials/MaterialPage.tsx'), 'MaterialPage'),
});
const documents = createRoute({
  getParentRoute: () => signedIn,
  path: '/meeting/$meetingId/documents/$kind',
  validateSearch: ({ motion, order }): { motion?: string; order?: 'stroke' } => ({
    ...(typeof motion === 'string' ? { motion } : {}),
    ...(order === 'stroke' ? { order } : {}),
  }),
  component: lazyRouteComponent(() => import('./documents/DocumentPage.tsx'), 'DocumentPage'),
});
const prepare = createRoute({
  getParentRoute: () => signedIn,
  path: '/meeting/$meetingId/prepare',
  component: lazyRouteComponent(() => import('./prepare/Prepare.tsx'), 'Prepare'),
});

const routeTree = root.addChildren([
  signIn,
  setup,
  join,
  whoSees,
  signedIn.addChildren([
    meetings,
    search,
    archives,
    archive,
    me,
    accounts,
    room,
    hall,
    minutes,
    evidence,
    receipt,
    contributions,
    material,
    documents,
    prepare,
  ]),
]);

export const createRoutes = (queries: QueryClient) =>
  createRouter({
    routeTree,
    context: { queries },
    defaultPendingComponent: () => <Loading />,
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: Broken,
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createRoutes>;
  }
}
