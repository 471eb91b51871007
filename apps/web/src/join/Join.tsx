// Knows how an invite link becomes a session on this device; not what the meeting is about.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { api } from '../http/api.ts';
import { isHttpError, messageOf } from '../http/client.ts';
import { sessionQuery } from '../http/queries.ts';
import { Door } from '../sign-in/Door.tsx';
import { buttonLook } from '../ui/Button.tsx';
import { ErrorPanel, Loading } from '../ui/states.tsx';
import { joinWords as words } from '../words/zh/sign-in.ts';

export function Join() {
  const [token] = useState(() => location.hash.slice(1));
  const queries = useQueryClient();
  const navigate = useNavigate();
  const redeemed = useQuery({ queryKey: ['join', token], queryFn: () => api.redeem(token), enabled: token !== '', staleTime: Infinity });
  const { data, error } = redeemed;
  useEffect(() => {
    if (!data) return;
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, data.person);
    // The address with the token in it is replaced, so that it does not stay in the history.
    void navigate({ to: '/meeting/$meetingId', params: { meetingId: data.meeting }, replace: true });
  }, [data, navigate, queries]);
  const signIn = (
    <Link to="/sign-in" search={{ return: '/' }} className={buttonLook()}>
      {words.signIn}
    </Link>
  );
  if (!token) {
    return (
      <Door>
        <ErrorPanel title={words.failedTitle} act={signIn}>
          {words.noToken}
        </ErrorPanel>
      </Door>
    );
  }
  if (!error) return <Loading text={words.entering} />;
  const silence = isHttpError(error, 'NoAnswer');
  return (
    <Door>
      <ErrorPanel title={words.failedTitle} act={silence ? undefined : signIn} {...(silence && { onRetry: () => void redeemed.refetch() })}>
        {messageOf(error)}
      </ErrorPanel>
    </Door>
  );
}
