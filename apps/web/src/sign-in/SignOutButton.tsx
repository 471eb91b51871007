// Knows the way out: ends the session, then forgets all that this page was told.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../http/api.ts';
import { isHttpError } from '../http/client.ts';
import { forgetKeptText, holdsKeptText } from '../minutes/kept-text.ts';
import { Button } from '../ui/Button.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { useNotices } from '../ui/notices.tsx';
import { frameWords } from '../words/zh/frame.ts';
import { useReader } from './reader.ts';

export function SignOutButton() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { warn } = useNotices();
  const ask = useConfirm();
  const { account } = useReader();
  const leave = async () => {
    forgetKeptText(account);
    await navigate({ to: '/sign-in', search: { return: '/' } });
    queries.clear();
  };
  const signOut = useMutation({
    mutationFn: () => api.signOut(),
    onSuccess: leave,
    onError: (error) => (isHttpError(error, 'SignInRequired') ? leave() : warn(frameWords.signOutFailed)),
  });
  /** What was typed and reached no server is forgotten with the session: that is for its writer to decide. */
  const press = async () => {
    const { unsavedTitle: title, unsavedWill: will, unsavedAct: act } = frameWords;
    if (!holdsKeptText(account) || (await ask({ title, will, act }))) signOut.mutate();
  };
  return (
    <Button kind="quiet" size="small" busy={signOut.isPending} onClick={() => void press()}>
      {frameWords.signOut}
    </Button>
  );
}
