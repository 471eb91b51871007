// Knows the page of one official document: fetched, read, printed, brought as a file; not what it says.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { listAddress, sheetFileAddress, type SheetWish } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { sheetQuery } from '../http/queries.ts';
import { Button, buttonLook } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { FileButton } from '../ui/FileButton.tsx';
import { LargeTextSwitch } from '../ui/LargeTextSwitch.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.tsx';
import { documentsWords as words } from '../words/zh/documents.ts';
import look from './DocumentPage.module.css';
import { isSheetKind, lists } from './kinds.ts';
import { SheetPaper } from './SheetPaper.tsx';

export function DocumentPage() {
  const { meetingId, kind } = useParams({ from: '/signed-in/meeting/$meetingId/documents/$kind' });
  const search = useSearch({ from: '/signed-in/meeting/$meetingId/documents/$kind' });
  if (!isSheetKind(kind)) return <EmptyState as="h1" title={words.notThere} />;
  return <Shown key={kind} wish={{ meeting: meetingId, kind, ...search }} />;
}

function Shown({ wish }: { readonly wish: SheetWish }) {
  const { kind, meeting } = wish;
  const read = useQuery(sheetQuery(wish));
  return (
    <div className={look['page']}>
      <header className={`${look['head']} no-print`}>
        <SkipLink />
        <Link to="/meeting/$meetingId" params={{ meetingId: meeting }} className={buttonLook({ kind: 'quiet', size: 'small' })}>
          {words.back}
        </Link>
        <h1>{words.names[kind]}</h1>
        <span className={look['grow']} />
        {kind === 'roll' && <Order wish={wish} />}
        {lists[kind]?.map((list) => (
          <FileButton key={list} address={listAddress(wish, list)} usualName={`${words.listNames[list]}.csv`} said={words.exported}>
            {words.lists[list]}
          </FileButton>
        ))}
        <FileButton address={sheetFileAddress(wish)} usualName={`${words.names[kind]}.docx`} said={words.exported}>
          {words.word}
        </FileButton>
        <Button kind="primary" unavailable={read.data ? undefined : words.unreadable} onClick={() => print()}>
          {words.print}
        </Button>
        <LargeTextSwitch />
      </header>
      <main id="main" tabIndex={-1} className={look['body']}>
        <p className="small muted no-print">{read.data?.sheet.head ? words.printHint : words.formHint}</p>
        {read.isPending && <Loading />}
        {read.error && (
          <ErrorPanel title={words.unreadable} onRetry={() => void read.refetch()}>
            {messageOf(read.error)}
          </ErrorPanel>
        )}
        {read.data && <SheetPaper sheet={read.data.sheet} />}
      </main>
    </div>
  );
}

function Order({ wish }: { readonly wish: SheetWish }) {
  const go = useNavigate();
  const { meeting, kind, order } = wish;
  return (
    <SelectField
      label={words.order}
      value={order ?? 'sector'}
      onText={(text) =>
        void go({
          to: '/meeting/$meetingId/documents/$kind',
          params: { meetingId: meeting, kind },
          search: text === 'stroke' ? { order: 'stroke' } : {},
          replace: true,
        })
      }
    >
      <option value="sector">{words.bySector}</option>
      <option value="stroke">{words.byStroke}</option>
    </SelectField>
  );
}
