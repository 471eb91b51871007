// Knows the page on which what meetings have left is found again: newest meeting first, a meeting a group.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { messageOf } from '../http/client.ts';
import { searchQuery } from '../http/queries.ts';
import type { Extract, ExtractKind } from '../http/shapes.ts';
import { Frame } from '../sign-in/Frame.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/Tag.tsx';
import { calendarDay } from '../words/time.ts';
import { searchWords as words } from '../words/zh/search.ts';
import { excerpt } from './marks.ts';
import look from './Search.module.css';
import { SearchField } from './SearchField.tsx';

const route = getRouteApi('/signed-in/search');
const kinds = Object.keys(words.kinds) as readonly ExtractKind[];
const tones: Readonly<Record<ExtractKind, Tone>> = {
  meeting: 'grey',
  speech: 'blue',
  answer: 'jade',
  recommendation: 'amber',
  minutes: 'seal',
};

export function Search() {
  const { q: typed = '', kind: given } = route.useSearch();
  const kind = kinds.find((one) => one === given) ?? null;
  return (
    <Frame title={words.title}>
      <h1>{words.title}</h1>
      <SearchField key={typed} typed={typed} autoFocus={typed === ''} />
      <p className="small muted">{words.hint}</p>
      {typed.trim() === '' ? <EmptyState title={words.begin}>{words.beginHint}</EmptyState> : <Found typed={typed.trim()} kind={kind} />}
    </Frame>
  );
}

interface Asked {
  readonly typed: string;
  readonly kind: ExtractKind | null;
}

function Found({ typed, kind }: Asked) {
  const asked = useInfiniteQuery(searchQuery(typed, kind));
  const found = asked.data?.pages.flatMap((page) => page.found) ?? [];
  return (
    <>
      <nav className={look['kinds']} aria-label={words.kindsLabel}>
        <Link to="/search" search={{ q: typed }} aria-current={kind === null ? 'true' : undefined}>
          {words.all}
        </Link>
        {kinds.map((one) => (
          <Link key={one} to="/search" search={{ q: typed, kind: one }} aria-current={kind === one ? 'true' : undefined}>
            {words.kinds[one]}
          </Link>
        ))}
      </nav>
      {asked.isPending && <Loading />}
      {asked.error && !asked.data && (
        <ErrorPanel title={words.failed} onRetry={() => void asked.refetch()}>
          {messageOf(asked.error)}
        </ErrorPanel>
      )}
      {asked.data && found.length === 0 && <Nothing typed={typed} kind={kind} />}
      {found.length > 0 && (
        <>
          <p role="status" className="small muted num">
            {words.count(found.length, asked.hasNextPage)}
          </p>
          {byMeeting(found).map((extracts) => (
            <Meeting key={extracts[0].meeting} extracts={extracts} typed={typed} />
          ))}
          {asked.hasNextPage && (
            <Button wide busy={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
              {words.more}
            </Button>
          )}
        </>
      )}
    </>
  );
}

function Nothing({ typed, kind }: Asked) {
  if (kind === null) return <EmptyState title={words.none(typed)}>{words.noneHint}</EmptyState>;
  return (
    <EmptyState
      title={words.noneOfKind(words.kinds[kind])}
      act={
        <Link to="/search" search={{ q: typed }}>
          {words.seeAll}
        </Link>
      }
    />
  );
}

type OfOneMeeting = readonly [Extract, ...Extract[]];

/** They come meeting by meeting. */
function byMeeting(found: readonly Extract[]): readonly OfOneMeeting[] {
  const groups: [Extract, ...Extract[]][] = [];
  for (const extract of found) {
    const last = groups.at(-1);
    if (last?.[0].meeting === extract.meeting) last.push(extract);
    else groups.push([extract]);
  }
  return groups;
}

function Meeting({ extracts, typed }: { readonly extracts: OfOneMeeting; readonly typed: string }) {
  const [{ meeting, meetingTitle, startsAt, fromElsewhere }] = extracts;
  const room = fromElsewhere ? '/archives/$meetingId' : '/meeting/$meetingId';
  return (
    <section className={look['meeting']}>
      <h2>
        <Link to={room} params={{ meetingId: meeting }} reloadDocument>
          {meetingTitle}
        </Link>
      </h2>
      <p className="small muted num">{fromElsewhere ? `${calendarDay(startsAt)} · ${words.fromElsewhere}` : calendarDay(startsAt)}</p>
      <ul className="stack">
        {extracts.map((extract) => (
          <Card as="li" key={`${extract.kind} ${extract.ref}`}>
            <div className="row">
              <Tag tone={tones[extract.kind]}>{words.kinds[extract.kind]}</Tag>
              <Link
                to={extract.kind === 'minutes' && !fromElsewhere ? '/meeting/$meetingId/minutes' : room}
                params={{ meetingId: meeting }}
                reloadDocument
                className={look['title']}
              >
                {extract.title}
              </Link>
            </div>
            {extract.text !== '' && (
              <p className={look['text']}>
                {excerpt(extract.text, typed).map(({ text, marked }, place) => (marked ? <mark key={place}>{text}</mark> : text))}
              </p>
            )}
          </Card>
        ))}
      </ul>
    </section>
  );
}
