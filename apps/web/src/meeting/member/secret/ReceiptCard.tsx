// Knows how a voter keeps a receipt: on the screen, as a file, on paper, as a code; the mark is on none of them.
import { fingerprintOf } from '@xieshang/protocol/epoch';
import { isTag, receiptFragment, wordsOfTag, writeReceipt, type KeptReceipt } from '@xieshang/protocol/sealed';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useMeeting } from '../../../live/index.ts';
import { later } from '../../../ui/later.tsx';
import { Button, buttonLook } from '../../../ui/Button.tsx';
import { useNotices } from '../../../ui/notices.tsx';
import { secretVoteWords as words } from '../../../words/zh/secret-vote.ts';
import { ways } from '../../room-at.ts';
import type { Receipted } from './sealed-state.ts';
import look from './secret.module.css';

const QrCode = later(
  () => import('../../../ui/QrCode.tsx'),
  (part) => part.QrCode,
);

export function ReceiptCard({ given, folded = false }: { readonly given: Receipted; readonly folded?: boolean }) {
  const { notice } = useMeeting();
  const { say } = useNotices();
  const [printing, setPrinting] = useState(false);
  const [coded, setCoded] = useState(false);
  const kept: KeptReceipt = {
    meeting: notice.meeting,
    vote: given.vote,
    hash: given.hash,
    ...given.receipt,
    level: given.level,
    tags: given.tags,
    title: `${notice.title} · ${given.title}`,
  };
  const check = ways.receipt(notice.meeting);
  const save = () => {
    const place = URL.createObjectURL(new Blob([writeReceipt(kept)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = place;
    link.download = words.fileName(given.vote);
    link.click();
    setTimeout(() => URL.revokeObjectURL(place), 60_000);
    say(words.saved);
  };
  return (
    <details className={look['receipt']} open={!folded}>
      <summary>{words.receipt}</summary>
      <p className="small">{words.receiptMeans[given.level]}</p>
      <Particulars kept={kept} />
      <p className="small muted">{words.receiptGoes}</p>
      <div className={look['acts']}>
        <Button onClick={save}>{words.save}</Button>
        <Button onClick={() => setPrinting(true)}>{words.print}</Button>
        <Button aria-expanded={coded} onClick={() => setCoded(!coded)}>
          {coded ? words.codeHide : words.code}
        </Button>
        <a className={buttonLook({ kind: 'quiet' })} href={check}>
          {words.check}
        </a>
      </div>
      {coded && (
        <>
          <p className="small muted">{words.codeHint}</p>
          <QrCode text={`${location.origin}${check}#${receiptFragment(kept)}`} label={words.codeLabel} size={240} />
        </>
      )}
      {printing && <Slip kept={kept} onPrinted={() => setPrinting(false)} />}
    </details>
  );
}

function Particulars({ kept }: { readonly kept: KeptReceipt }) {
  return (
    <dl className={look['particulars']}>
      {kept.tags.map(({ item, label, tag }) => (
        <div key={item}>
          <dt>{label}</dt>
          <dd className={look['words']}>{isTag(tag) && wordsOfTag(tag)}</dd>
        </div>
      ))}
      <div>
        <dt>{words.hash}</dt>
        <dd className={look['hash']}>{(kept.hash.match(/.{4}/g) ?? []).join(' ')}</dd>
      </div>
    </dl>
  );
}

/** Stands alone on the page while it is printed. */
function Slip({ kept, onPrinted }: { readonly kept: KeptReceipt; readonly onPrinted: () => void }) {
  useEffect(() => {
    document.documentElement.dataset['printing'] = 'slip';
    const done = () => onPrinted();
    window.addEventListener('afterprint', done);
    window.print();
    return () => {
      delete document.documentElement.dataset['printing'];
      window.removeEventListener('afterprint', done);
    };
  }, [onPrinted]);
  return createPortal(
    <div className={look['slip']}>
      <h1>{words.slip}</h1>
      <p>{kept.title}</p>
      <Particulars kept={kept} />
      <p>
        {words.slipSigned} <span className={look['hash']}>{kept.signature}</span>
      </p>
      <p>
        {words.slipKey} {fingerprintOf(kept.key)}
      </p>
      <p>{words.slipHow}</p>
      {kept.level === 'tag' && <p>{words.slipKeep}</p>}
    </div>,
    document.body,
  );
}
