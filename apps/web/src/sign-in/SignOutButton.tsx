// Knows the way out: ends the session, then forgets all that this page was told.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../http/api.ts';
import { isHttpError } from '../http/client.ts';
import { forgetKeptBallots, holdsKeptBallots } from '../live/kept-ballots.ts';
import { forgetKeptWishes } from '../live/kept-wishes.ts';
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
    forgetKeptBallots(account);
    forgetKeptWishes(account);
    await navigate({ to: '/sign-in', search: { return: '/' } });
    queries.clear();
  };
  const signOut = useMutation({
    mutationFn: () => api.signOut(),
    onSuccess: leave,
    onError: (error) => (isHttpError(error, 'SignInRequired') ? leave() : warn(frameWords.signOutFailed)),
  });
  /** What was typed or voted and reached no server is forgotten with the session: that is for the person to decide. */
  const press = async () => {
    const { unsavedTitle, unsavedWill, unsavedAct: act, unsentTitle, unsentWill } = frameWords;
    const ballots = holdsKeptBallots(account);
    const question = ballots ? { title: unsentTitle, will: unsentWill, act } : { title: unsavedTitle, will: unsavedWill, act };
    if (!(ballots || holdsKeptText(account)) || (await ask(question))) signOut.mutate();
  };
  return (
    <Button kind="quiet" size="small" busy={signOut.isPending} onClick={() => void press()}>
      {frameWords.signOut}
    </Button>
  );
}
