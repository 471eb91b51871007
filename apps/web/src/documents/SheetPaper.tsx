// Knows how an official document is set on a screen and printed: head, title, text, tables, places to sign. Knows nothing of who reads.
import type { Column, Head, Part, Row, Sheet, SheetBlock } from '@xieshang/record';
import type { CSSProperties } from 'react';
import { Phrases } from '../minutes/Phrases.tsx';
import { documentsWords as words } from '../words/zh/documents.ts';
import look from './SheetPaper.module.css';

/** 156 mm, the width of the text, pt. */
const lineWidth = 442;
/** Twips of the same. */
const allTwips = 8844;

/** So many columns have room on a phone. */
const few = 3;

const markSize = (mark: string): number => Math.max(22, Math.min(30, Math.floor(lineWidth / mark.length)));

export function SheetPaper({ sheet }: { readonly sheet: Sheet }) {
  const { head, addressee, parts, signed, note, colophon } = sheet;
  const [main, ...rest] = parts;
  if (!main) return null;
  const attached = rest.filter(({ label }) => label !== null);
  return (
    <article className={look['paper']} data-form={head === null || undefined} aria-labelledby="sheet-title">
      {head && <HeadOf head={head} />}
      <h2 id="sheet-title" className={look['title']}>
        <Phrases text={main.title} />
      </h2>
      <div className={look['text']}>
        {addressee && <p className={look['addressee']}>{addressee}</p>}
        <Blocks blocks={main.blocks} />
        {attached.length > 0 && (
          <div className={look['attached']}>
            <span>{words.attachments}</span>
            <ol>
              {attached.map(({ title }, place) => (
                <li key={title}>{attached.length === 1 ? title : `${place + 1}.${title}`}</li>
              ))}
            </ol>
          </div>
        )}
        {signed && (
          <p className={look['signed']}>
            <span>
              {signed.issuer}
              <br />
              {signed.date}
            </span>
          </p>
        )}
        {note && <p className={look['note']}>{`（${note}）`}</p>}
        {rest.map((part, place) => (
          <OtherPart key={place} part={part} />
        ))}
        {colophon && (
          <div className={look['colophon']}>
            {colophon.copyTo !== '' && <p>{words.copied(colophon.copyTo)}</p>}
            <p className={look['printed']}>
              <span>{colophon.issuer}</span>
              <span>{words.printed(colophon.date)}</span>
            </p>
          </div>
        )}
      </div>
    </article>
  );
}

function HeadOf({ head: { mark, number, signer } }: { readonly head: Head }) {
  return (
    <>
      <p className={look['mark']} style={{ '--mark': `${markSize(mark)}pt` } as CSSProperties}>
        {mark}
      </p>
      <p className={look['number']} data-signer={signer || undefined}>
        <span>{number}</span>
        {signer && <span>{words.signer}　　　　</span>}
      </p>
      <hr className={look['rule']} />
    </>
  );
}

function OtherPart({ part: { label, title, blocks } }: { readonly part: Part }) {
  return (
    <section className={look['part']}>
      {label && <p className={look['label']}>{label}</p>}
      <h3 className={look['partTitle']}>{title}</h3>
      <Blocks blocks={blocks} />
    </section>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly SheetBlock[] }) {
  return blocks.map((block, place) => <OneBlock key={place} block={block} />);
}

function OneBlock({ block }: { readonly block: SheetBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h4>{block.text}</h4> : <h5 className={look['second']}>{block.text}</h5>;
    case 'text':
      return (
        <p>
          {block.label && <b>{block.label}</b>}
          {block.text}
        </p>
      );
    case 'about':
      return <p className={look['about']}>{block.text}</p>;
    case 'table':
      return <Table {...block} />;
    case 'signatures':
      return (
        <ul className={look['signatures']}>
          {block.labels.map((label, place) => (
            <li key={place}>{words.sign(label)}</li>
          ))}
        </ul>
      );
  }
}

function Table({ columns, rows, head, rowHeight, dense }: Extract<SheetBlock, { kind: 'table' }>) {
  return (
    <div className={look['scroll']} tabIndex={0} role="group" aria-label={words.table}>
      <table data-tall={rowHeight !== undefined || undefined} data-few={columns.length <= few || undefined} data-dense={dense}>
        <colgroup>
          {columns.map(({ name, width }) => (
            <col key={name} style={{ width: `${(width / allTwips) * 100}%` }} />
          ))}
        </colgroup>
        {head && (
          <thead>
            <tr>
              {columns.map(({ name }) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map((row, place) => (
            <OneRow key={place} row={row} columns={columns} headed={head} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly headed: boolean;
}

function OneRow({ row, columns, headed }: RowProps) {
  if ('band' in row)
    return (
      <tr>
        <th colSpan={columns.length} scope="colgroup" className={look['band']}>
          {row.band}
        </th>
      </tr>
    );
  return (
    <tr>
      {columns.map(({ name, left }, place) => {
        const text = row.cells[place] ?? '';
        if (!headed && place === 0)
          return (
            <th key={name} scope="row">
              {text}
            </th>
          );
        return (
          <td key={name} className="num" data-left={left || undefined}>
            {text}
          </td>
        );
      })}
    </tr>
  );
}
