// Knows the way out: ends the session, then forgets all that this page was told.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../http/api.ts';
import { isHttpError } from '../http/client.ts';
import { forgetKeptText } from '../minutes/kept-text.ts';
import { Button } from '../ui/Button.tsx';
import { useNotices } from '../ui/notices.tsx';
import { frameWords } from '../words/zh/frame.ts';

export function SignOutButton() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { warn } = useNotices();
  const leave = async () => {
    forgetKeptText();
    await navigate({ to: '/sign-in', search: { return: '/' } });
    queries.clear();
  };
  const signOut = useMutation({
    mutationFn: () => api.signOut(),
    onSuccess: leave,
    onError: (error) => (isHttpError(error, 'SignInRequired') ? leave() : warn(frameWords.signOutFailed)),
  });
  return (
    <Button kind="quiet" size="small" busy={signOut.isPending} onClick={() => signOut.mutate()}>
      {frameWords.signOut}
    </Button>
  );
}
