// Knows the way out: ends the session, then forgets all that this page was told.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../http/api.ts';
import { isHttpError } from '../http/client.ts';
import { forgetKeptBallots, holdsKeptBallots } from '../live/kept-ballots.ts';
import { forgetKeptJottings, holdsKeptJottings } from '../live/kept-jottings.ts';
import { forgetKeptWishes } from '../live/kept-wishes.ts';
import { forgetKeptKeys, holdsKeptKeys } from '../live/kept-keys.ts';
import { forgetReceipts } from '../live/kept-receipts.ts';
import { forgetKeptText, holdsKeptText } from '../minutes/kept-text.ts';
import { Button } from '../ui/Button.tsx';
import { useConfirm, type Question } from '../ui/confirm.tsx';
import { useNotices } from '../ui/notices.tsx';
import { frameWords } from '../words/zh/frame.ts';
import { useReader } from './reader.ts';

/** What is lost with the session, the gravest first. */
function questionTo(account: string): Question | null {
  const { unsavedTitle, unsavedWill, unsavedAct: act, unsentTitle, unsentWill, keyTitle, keyWill, jottingTitle, jottingWill } = frameWords;
  if (holdsKeptKeys(account)) return { title: keyTitle, will: keyWill, act };
  if (holdsKeptBallots(account)) return { title: unsentTitle, will: unsentWill, act };
  if (holdsKeptJottings(account)) return { title: jottingTitle, will: jottingWill, act };
  return holdsKeptText(account) ? { title: unsavedTitle, will: unsavedWill, act } : null;
}

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
    forgetKeptJottings(account);
    forgetReceipts(account);
    forgetKeptKeys(account);
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
    const question = questionTo(account);
    if (!question || (await ask(question))) signOut.mutate();
  };
  return (
    <Button kind="quiet" size="small" busy={signOut.isPending} onClick={() => void press()}>
      {frameWords.signOut}
    </Button>
  );
}
