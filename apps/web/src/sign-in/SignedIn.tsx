// Knows that what is inside needs a signed-in person; sends others to the sign-in page and back again.
import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { isHttpError, messageOf } from '../http/client.ts';
import { committeeQuery, sessionQuery } from '../http/queries.ts';
import { ErrorPanel, Loading } from '../ui/states.tsx';
import { ReaderProvider } from './reader.ts';

export function SignedIn() {
  const session = useQuery(sessionQuery);
  // Times are shown in the committee's zone: nothing is drawn before it is known.
  const committee = useQuery(committeeQuery);
  const error = session.error ?? committee.error;
  if (session.data && committee.data) {
    return (
      <ReaderProvider value={session.data}>
        <Outlet />
      </ReaderProvider>
    );
  }
  if (!error || isHttpError(error, 'SignInRequired')) return <Loading />;
  return (
    <ErrorPanel
      onRetry={() => {
        void session.refetch();
        void committee.refetch();
      }}
    >
      {messageOf(error)}
    </ErrorPanel>
  );
}
