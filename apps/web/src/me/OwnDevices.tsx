// Knows where a person is signed in and how to end that; used by the person and by the administrator.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { devicesQuery } from '../http/queries.ts';
import type { Device } from '../http/shapes.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { useNotices } from '../ui/notices.tsx';
import { ErrorPanel, Loading } from '../ui/states.tsx';
import { Tag } from '../ui/Tag.tsx';
import { meWords as words } from '../words/zh/me.ts';
import { clockTime, shortDay } from '../words/time.ts';
import look from './OwnDevices.module.css';

const moment = (at: number): string => `${shortDay(at)} ${clockTime(at)}`;

export function OwnDevices({ account }: { readonly account: string }) {
  const devices = useQuery(devicesQuery(account));
  return (
    <Card>
      <h2>{words.devicesTitle}</h2>
      <p className="muted">{words.devicesHint}</p>
      {devices.isPending && <Loading />}
      {devices.error && <ErrorPanel onRetry={() => void devices.refetch()}>{messageOf(devices.error)}</ErrorPanel>}
      {devices.data && <DeviceList account={account} devices={devices.data} />}
    </Card>
  );
}

export function DeviceList({ account, devices }: { readonly account: string; readonly devices: readonly Device[] }) {
  const queries = useQueryClient();
  const { say, warn } = useNotices();
  const end = useMutation({
    mutationFn: (ended: readonly Device[]) => Promise.all(ended.map(({ sessionId }) => api.signOutDevice(account, sessionId))),
    onSuccess: (_answer, ended) => say(ended.length > 1 ? words.othersOut : words.deviceOut),
    onError: (error) => warn(messageOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: devicesQuery(account).queryKey }),
  });
  const others = devices.filter(({ current }) => !current);
  return (
    <>
      <ul className={look['list']}>
        {devices.map((device) => (
          <li key={device.sessionId} className={look['device']}>
            <div className="grow">
              <div className="row">
                <span>{device.device || words.unknownDevice}</span>
                {device.current && <Tag tone="jade">{words.thisDevice}</Tag>}
              </div>
              <div className="small muted num">{words.since(moment(device.createdAt), moment(device.lastSeenAt))}</div>
            </div>
            {!device.current && (
              <Button size="small" busy={end.isPending} onClick={() => end.mutate([device])}>
                {words.signOutDevice}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <Button busy={end.isPending} onClick={() => end.mutate(others)}>
          {words.signOutOthers}
        </Button>
      )}
    </>
  );
}
