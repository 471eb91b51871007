// Knows how a preparation is given up, before anybody was convened.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { meetingsQuery } from '../http/queries.ts';
import { Button } from '../ui/Button.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { useNotices } from '../ui/notices.tsx';
import { prepareWords } from '../words/zh/prepare.ts';
import { useDraft } from './use-draft.ts';

const words = prepareWords.remove;

export function DropDraft() {
  const { plan, keeper } = useDraft();
  const ask = useConfirm();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { warn } = useNotices();
  const drop = useMutation({
    mutationFn: async () => {
      // What is still being typed is saved first, so that nothing arrives after the end.
      await keeper.flush();
      await api.dropDraft(plan.notice.meeting);
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: meetingsQuery.queryKey });
      await navigate({ to: '/' });
    },
    onError: (error) => warn(messageOf(error)),
  });
  const act = async () => {
    if (await ask({ title: words.title, will: words.will, act: words.act })) drop.mutate();
  };
  return (
    <Button kind="quiet" busy={drop.isPending} onClick={() => void act()}>
      {words.act}
    </Button>
  );
}
