// Knows which address shows which page; each page is fetched when it is asked for.
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Broken, NotFound } from './NotFound.tsx';
import { SignedIn } from './sign-in/SignedIn.tsx';
import { Loading } from './ui/states.tsx';

/** Rooms are built beside this file by other hands; where one is not there yet, the page says so. */
const rooms = import.meta.glob<Record<string, () => ReactNode>>(['./meeting/MeetingPage.tsx', './meeting/hall/HallPage.tsx', './accounts/Accounts.tsx', './prepare/Prepare.tsx']);
const page = (path: string, name: string) =>
  lazyRouteComponent(() => rooms[path]?.() ?? Promise.resolve({ [name]: NotFound } as Record<string, () => ReactNode>), name);

const root = createRootRouteWithContext<{ queries: QueryClient }>()({ component: Outlet });

/** Pages without a reader. */
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { return?: string } => (typeof search['return'] === 'string' ? { return: search['return'] } : {}),
  component: lazyRouteComponent(() => import('./sign-in/SignIn.tsx'), 'SignIn'),
});
const setup = createRoute({ getParentRoute: () => root, path: '/setup', component: lazyRouteComponent(() => import('./setup/SetUp.tsx'), 'SetUp') });
const join = createRoute({ getParentRoute: () => root, path: '/join', component: lazyRouteComponent(() => import('./join/Join.tsx'), 'Join') });

/** Pages for signed-in people. */
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn });
const meetings = createRoute({ getParentRoute: () => signedIn, path: '/', component: page('./meetings/Meetings.tsx', 'Meetings') });
const me = createRoute({ getParentRoute: () => signedIn, path: '/me', component: lazyRouteComponent(() => import('./me/Me.tsx'), 'Me') });
const accounts = createRoute({ getParentRoute: () => signedIn, path: '/accounts', component: page('./accounts/Accounts.tsx', 'Accounts') });
const room = createRoute({ getParentRoute: () => signedIn, path: '/meeting/$meetingId', component: page('./meeting/MeetingPage.tsx', 'MeetingPage') });
const hall = createRoute({ getParentRoute: () => signedIn, path: '/meeting/$meetingId/screen', component: page('./meeting/hall/HallPage.tsx', 'HallPage') });
const prepare = createRoute({ getParentRoute: () => signedIn, path: '/meeting/$meetingId/prepare', component: page('./prepare/Prepare.tsx', 'Prepare') });

const routeTree = root.addChildren([signIn, setup, join, signedIn.addChildren([meetings, me, accounts, room, hall, prepare])]);

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
