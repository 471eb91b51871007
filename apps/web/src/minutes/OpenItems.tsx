// Knows how the things meetings left open are listed, linked with the minutes they stand in, and closed with a reference; not what is open.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { messageOf } from '../http/client.ts';
import { openItemsQuery } from '../http/queries.ts';
import type { LeftOpen, OpenItems as Read } from '../http/shapes.ts';
import { useMeeting, useSend, useServerNow } from '../live/index.ts';
import { useAct } from '../meeting/office/act.tsx';
import { ActForm } from '../ui/ActForm.tsx';
import { ways } from '../meeting/room-at.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { MoreOf, useFirstOf } from '../ui/first-of.tsx';
import { TextField } from '../ui/Field.tsx';
import { useNotices } from '../ui/notices.tsx';
import { ErrorPanel, Loading } from '../ui/states.tsx';
import { Tag } from '../ui/Tag.tsx';
import { calendarDay, fieldTime, writtenDay } from '../words/time.ts';
import { signingWords as words } from '../words/zh/signing.ts';
import look from './OpenItems.module.css';

const shownAtFirst = 6;
const longestTitle = 300;
const longestReference = 200;

/** Asked again whenever something was closed here, and at every step of the minutes. */
export function useOpenItems() {
  const { notice, closedItems, minutes } = useMeeting();
  return useQuery(openItemsQuery(notice.meeting, `${minutes.phase} ${closedItems.length}`));
}

/** What the item is about, in one line. */
const titleOf = ({ number, text, asker, department }: LeftOpen): string => {
  const said = text.trim() === '' ? words.untold : text.trim();
  const head = number === null ? words.asked(asker, department) : words.recommendation(number);
  return `${head}：${said}`.replace(/\s+/g, ' ');
};

export function Carried({ read }: { readonly read: Read }) {
  const all = read.carried.flatMap(({ from, items }) => items.map((item) => ({ from, item })));
  const first = useFirstOf(all, shownAtFirst);
  if (all.length === 0) return <p className="muted">{words.itemsNone}</p>;
  return (
    <>
      <ul className={look['items']}>
        {first.shown.map(({ from, item }) => (
          <Item key={`${from.meeting} ${item.item}`} item={item} from={from} />
        ))}
      </ul>
      <MoreOf first={first} say={words.moreItems} />
    </>
  );
}

export function OpenItems() {
  const { data, error, isPending, refetch } = useOpenItems();
  const { notice } = useMeeting();
  if (isPending) return <Loading />;
  if (error && !data) {
    return (
      <ErrorPanel title={words.itemsUnread} onRetry={() => void refetch()}>
        {messageOf(error)}
      </ErrorPanel>
    );
  }
  if (!data || (data.own.length === 0 && data.carried.length === 0)) return null;
  return (
    <Card className={look['section'] ?? ''} aria-label={words.items}>
      {data.own.length > 0 && (
        <>
          <h2>{words.ownItems}</h2>
          <Own items={data.own} meeting={notice.meeting} />
        </>
      )}
      {data.carried.length > 0 && (
        <>
          <h2>{words.carriedItems}</h2>
          <Carried read={data} />
        </>
      )}
    </Card>
  );
}

function Own({ items, meeting }: { readonly items: readonly LeftOpen[]; readonly meeting: From['meeting'] }) {
  const first = useFirstOf(items, shownAtFirst);
  return (
    <>
      <ul className={look['items']}>
        {first.shown.map((item) => (
          <Item key={item.item} item={item} from={{ meeting }} />
        ))}
      </ul>
      <MoreOf first={first} say={words.moreItems} />
    </>
  );
}

interface From {
  readonly meeting: Read['carried'][number]['from']['meeting'];
  readonly number?: string;
  readonly title?: string;
}

function Item({ item, from }: { readonly item: LeftOpen; readonly from: From }) {
  const { may } = useSend();
  const now = useServerNow(3_600_000);
  const [closing, setClosing] = useState(false);
  const { closed, kind, dueDate, missed } = item;
  const title = titleOf(item);
  const late = !closed && dueDate !== null && dueDate < fieldTime(now).slice(0, 10);
  const mayClose = !closed && may({ type: 'CloseOpenItem', from: from.meeting, item: item.item, title: '', reference: '' }) === null;
  return (
    <li>
      <div className={look['tags']}>
        <Tag tone={closed ? 'jade' : 'amber'}>{closed ? words.closedAs : words.open}</Tag>
        <span className="small muted">{missed === undefined ? words.itemKinds[kind] : words.missed[missed]}</span>
        {dueDate !== null && <span className="small muted num">{words.replyBy(writtenDay(dueDate))}</span>}
        {late && <Tag tone="seal">{words.late}</Tag>}
      </div>
      <p>{title}</p>
      {from.number !== undefined && (
        <p className="small">
          <a href={ways.minutes(from.meeting)} title={from.title}>
            {words.fromMinutes(from.number)}
          </a>
        </p>
      )}
      {closed && (
        <p className={look['closing']}>
          {words.closedIn(closed.title, calendarDay(closed.at))}：{closed.reference}
          {closed.meeting !== null && closed.meeting !== from.meeting && (
            <>
              {' '}
              <a href={ways.minutes(closed.meeting)}>{words.toThatMeeting}</a>
            </>
          )}
        </p>
      )}
      {mayClose && (
        <Button size="small" aria-label={`${words.close}：${title}`} onClick={() => setClosing(true)}>
          {words.close}
        </Button>
      )}
      {closing && <CloseDialog from={from} item={item} title={title} onClose={() => setClosing(false)} />}
    </li>
  );
}

interface CloseDialogProps {
  readonly from: From;
  readonly item: LeftOpen;
  readonly title: string;
  readonly onClose: () => void;
}

function CloseDialog({ from, item, title, onClose }: CloseDialogProps) {
  const { act, busy } = useAct();
  const { say } = useNotices();
  const [reference, setReference] = useState('');
  const [tried, setTried] = useState(false);
  const close = async () => {
    setTried(true);
    const told = reference.trim();
    if (busy || told === '') return;
    const body = {
      type: 'CloseOpenItem',
      from: from.meeting,
      item: item.item,
      title: title.slice(0, longestTitle),
      reference: told,
    } as const;
    if (!(await act(body))) return;
    say(words.closedNow);
    onClose();
  };
  return (
    <ActForm title={words.close} act={words.close} busy={busy} onAct={() => void close()} onClose={onClose}>
      <p>{title}</p>
      <p className="muted">{words.closeWill}</p>
      <TextField
        label={words.reference}
        hint={words.referenceHint}
        value={reference}
        onText={setReference}
        maxLength={longestReference}
        autoComplete="off"
        error={tried && reference.trim() === '' ? words.referenceNeeded : undefined}
      />
    </ActForm>
  );
}
