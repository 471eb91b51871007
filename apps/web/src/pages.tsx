// Puts the pages outside a room together: their addresses and what is kept of the server's answers.
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createQueries } from './http/queries.ts';
import { createRoutes } from './routes.tsx';

const queries = createQueries(() => {
  const { pathname, searchStr } = router.state.location;
  if (pathname === '/sign-in') return;
  queries.clear();
  void router.navigate({ to: '/sign-in', search: { return: `${pathname}${searchStr}` }, replace: true });
});
const router = createRoutes(queries);

export const Pages = () => (
  <QueryClientProvider client={queries}>
    <RouterProvider router={router} />
  </QueryClientProvider>
);
