// Mounts the pages and introduces their parts to each other; knows nothing else.
import './ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { onBusy } from './http/client.ts';
import { createQueries } from './http/queries.ts';
import { createRoutes } from './routes.tsx';
import { ConfirmProvider } from './ui/confirm.tsx';
import { restoreLargeText } from './ui/large-text.ts';
import { NoticeProvider } from './ui/notices.tsx';
import { errorWords } from './words/errors.ts';

restoreLargeText();

const queries = createQueries(() => {
  const { pathname, searchStr } = router.state.location;
  if (pathname === '/sign-in') return;
  queries.clear();
  void router.navigate({ to: '/sign-in', search: { return: `${pathname}${searchStr}` }, replace: true });
});
const router = createRoutes(queries);

const sayWhenBusy = (say: (text: string) => void): void => onBusy(() => say(errorWords.Busy));

// public/too-old.js takes the mount away from browsers that could not run the pages.
const mount = document.getElementById('root');
if (mount) {
  // From here on each page names itself; of two titles browsers would show the first.
  document.querySelector('head > title')?.remove();
  createRoot(mount).render(
    <QueryClientProvider client={queries}>
      <NoticeProvider onReady={sayWhenBusy}>
        <ConfirmProvider>
          <RouterProvider router={router} />
        </ConfirmProvider>
      </NoticeProvider>
    </QueryClientProvider>,
  );
}
