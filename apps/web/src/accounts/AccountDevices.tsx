// Knows how an administrator signs out a lost phone.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { devicesQuery } from '../http/queries.ts';
import type { Account } from '../http/shapes.ts';
import { DeviceList } from '../me/OwnDevices.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useNotices } from '../ui/notices.tsx';
import { ErrorPanel, Loading } from '../ui/states.tsx';
import { accountsWords as words } from '../words/zh/accounts.ts';
import { common } from '../words/zh/common.ts';

export function AccountDevices({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const queries = useQueryClient();
  const { say, warn } = useNotices();
  const devices = useQuery(devicesQuery(account.account));
  const everywhere = useMutation({
    mutationFn: () => api.signOutEverywhere(account.account),
    onSuccess: () => say(words.everywhereDone),
    onError: (error) => warn(messageOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: devicesQuery(account.account).queryKey }),
  });
  const some = devices.data !== undefined && devices.data.length > 0;
  return (
    <Dialog
      open
      title={words.devicesTitle(account.name)}
      onClose={onClose}
      acts={
        <>
          <Button onClick={onClose}>{common.close}</Button>
          {some && (
            <Button kind="primary" busy={everywhere.isPending} onClick={() => everywhere.mutate()}>
              {words.everywhere}
            </Button>
          )}
        </>
      }
    >
      {devices.isPending && <Loading />}
      {devices.error && <ErrorPanel onRetry={() => void devices.refetch()}>{messageOf(devices.error)}</ErrorPanel>}
      {devices.data?.length === 0 && <p className="muted">{words.noDevices}</p>}
      {devices.data && <DeviceList account={account.account} devices={devices.data} />}
    </Dialog>
  );
}
