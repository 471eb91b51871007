// Knows the page on which a guarded material is read: fetched, shown under the reader's mark, printed with it; not what it says.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { materialAddress } from '../http/api.ts';
import { messageOf } from '../http/client.ts';
import { materialQuery, type OpenedMaterial } from '../http/material.ts';
import { isOffice, useReader } from '../sign-in/reader.ts';
import { Button, buttonLook } from '../ui/Button.tsx';
import { SkipLink } from '../ui/SkipLink.tsx';
import { EmptyState, ErrorPanel, Loading } from '../ui/states.tsx';
import { clockTime, shortDay } from '../words/time.ts';
import { secrecyWords as words } from '../words/zh/secrecy.ts';
import look from './materials.module.css';
import { SecrecyTag } from './SecrecyTag.tsx';
import { Watermark } from './Watermark.tsx';

const PdfPages = lazy(() => import('./PdfPages.tsx'));

export function MaterialPage() {
  const { meetingId, materialId } = useParams({ from: '/signed-in/meeting/$meetingId/materials/$materialId' });
  const reader = useReader();
  const read = useQuery(materialQuery(meetingId, materialId));
  const material = read.data;
  return (
    <div className={look['page']}>
      <header className={`${look['head']} no-print`}>
        <SkipLink />
        <Link to="/meeting/$meetingId" params={{ meetingId }} className={buttonLook({ kind: 'quiet', size: 'small' })}>
          {words.back}
        </Link>
        <h1>{material?.name ?? ''}</h1>
        <SecrecyTag secrecy={material?.secrecy} />
        {material && isOffice(reader) && (
          <a className={buttonLook({ size: 'small' })} href={materialAddress(meetingId, materialId, true)}>
            {words.download}
          </a>
        )}
        {material && (
          <Button size="small" onClick={() => print()}>
            {words.print}
          </Button>
        )}
      </header>
      <main id="main" tabIndex={-1} className={look['body']}>
        {read.isPending && <Loading text={words.loading} />}
        {read.error && !material && (
          <ErrorPanel title={words.unreadable} onRetry={() => void read.refetch()}>
            {messageOf(read.error)}
          </ErrorPanel>
        )}
        {material && <Shown material={material} name={reader.name} />}
      </main>
    </div>
  );
}

function Shown({ material, name }: { readonly material: OpenedMaterial; readonly name: string }) {
  const { mime, bytes, at, secrecy } = material;
  const time = `${shortDay(at)} ${clockTime(at)}`;
  const cover = secrecy === undefined ? null : <Watermark text={words.mark(name, time)} />;
  if (mime === 'application/pdf')
    return (
      <Suspense fallback={<Loading text={words.loading} />}>
        <PdfPages bytes={bytes} cover={cover} />
      </Suspense>
    );
  if (mime.startsWith('image/')) return <Picture material={material}>{cover}</Picture>;
  if (mime.startsWith('text/plain'))
    return (
      <div className={look['sheet']}>
        <pre className={look['text']}>{new TextDecoder().decode(bytes)}</pre>
        {cover}
      </div>
    );
  return <EmptyState title={words.notShown}>{words.notShownHint}</EmptyState>;
}

function Picture({ material: { bytes, mime, name }, children }: { readonly material: OpenedMaterial; readonly children: ReactNode }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: mime }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, mime]);
  return (
    <div className={look['sheet']}>
      {address && <img src={address} alt={name} />}
      {children}
    </div>
  );
}
