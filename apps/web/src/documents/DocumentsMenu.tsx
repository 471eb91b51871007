// Knows the one place from which all documents of a meeting are had: what there is now, and what is missing for the rest.
import { useQuery } from '@tanstack/react-query';
import type { Offer } from '@xieshang/record';
import { useState } from 'react';
import { messageOf } from '../http/client.ts';
import { documentsQuery } from '../http/queries.ts';
import { ways } from '../meeting/room-at.ts';
import { Button, buttonLook } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ErrorPanel, Loading } from '../ui/states.tsx';
import { Tag } from '../ui/Tag.tsx';
import { common } from '../words/zh/common.ts';
import { documentsWords as words } from '../words/zh/documents.ts';
import look from './DocumentsMenu.module.css';

interface MenuProps {
  readonly meeting: string;
  readonly kind?: 'plain' | 'quiet';
  readonly size?: 'small' | 'normal';
}

export function DocumentsMenu({ meeting, kind = 'plain', size = 'normal' }: MenuProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind={kind} size={size} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.menu}
      </Button>
      {open && <Documents meeting={meeting} onClose={() => setOpen(false)} />}
    </>
  );
}

function Documents({ meeting, onClose }: { readonly meeting: string; readonly onClose: () => void }) {
  const offers = useQuery(documentsQuery(meeting));
  return (
    <Dialog open wide title={words.title} onClose={onClose} acts={<Button onClick={onClose}>{common.close}</Button>}>
      <p className="muted">{words.hint}</p>
      {offers.isPending && <Loading />}
      {offers.error && <ErrorPanel onRetry={() => void offers.refetch()}>{messageOf(offers.error)}</ErrorPanel>}
      <ul className={look['list']}>
        {offers.data?.documents.map(({ kind, missing }) => (
          <One key={kind} name={words.names[kind]} about={words.about[kind]} at={ways.document(meeting, kind)} missing={missing} />
        ))}
        {/* A table rather than a document: it is filtered, printed and taken along on a page of its own. */}
        {offers.data && (
          <One
            name={words.contributions}
            about={words.aboutContributions}
            at={ways.contributions(meeting)}
            missing={offers.data.documents.some(isThere) ? null : 'noSpeeches'}
          />
        )}
      </ul>
    </Dialog>
  );
}

const isThere = ({ kind, missing }: Offer): boolean => kind === 'speeches' && missing === null;

interface OneProps {
  readonly name: string;
  readonly about: string;
  /** Where it is read. */
  readonly at: string;
  /** Why there is none yet. */
  readonly missing: Offer['missing'];
}

const One = ({ name, about, at, missing }: OneProps) => (
  <li>
    <div className={look['about']}>
      <b>{name}</b>
      <p className="small muted">{about}</p>
    </div>
    {missing === null ? (
      <a className={buttonLook({ size: 'small' })} href={at} target="_blank" rel="noreferrer" aria-label={words.openOf(name)}>
        {words.open}
      </a>
    ) : (
      <Tag tone="grey">{words.missing[missing]}</Tag>
    )}
  </li>
);
