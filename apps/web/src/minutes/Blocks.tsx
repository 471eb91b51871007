// Knows how the pieces of a manuscript become elements; not how they look nor where they come from.
import type { Block, Cell, Run } from '@xieshang/minutes';
import { Fragment, type ReactNode } from 'react';
import { imageAddress } from '../http/api.ts';

/** Under the page's h1 and the title's h2. */
const tags = { 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6' } as const;

function Runs({ runs }: { readonly runs: readonly Run[] }): ReactNode {
  return runs.map(({ text, bold, italic, underline, strike }, index) => {
    let shown: ReactNode = text.split('\n').map((line, at) => (
      <Fragment key={at}>
        {at > 0 && <br />}
        {line}
      </Fragment>
    ));
    if (strike) shown = <s>{shown}</s>;
    if (underline) shown = <u>{shown}</u>;
    if (italic) shown = <em>{shown}</em>;
    if (bold) shown = <strong>{shown}</strong>;
    return <Fragment key={index}>{shown}</Fragment>;
  });
}

interface BlocksProps {
  readonly blocks: readonly Block[];
  /** Whose images are shown. */
  readonly meeting: string;
}

export function Blocks({ blocks, meeting }: BlocksProps): ReactNode {
  return blocks.map((block, index) => <One key={index} block={block} meeting={meeting} />);
}

function One({ block, meeting }: { readonly block: Block; readonly meeting: string }): ReactNode {
  switch (block.kind) {
    case 'heading': {
      const Tag = tags[block.level];
      return (
        <Tag data-level={block.level}>
          {block.number}
          <Runs runs={block.runs} />
        </Tag>
      );
    }
    case 'paragraph':
      return (
        <p>
          <Runs runs={block.runs} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, index) => (
            <li key={index}>
              <Blocks blocks={item} meeting={meeting} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return (
        <div data-table>
          <table>
            <tbody>
              {block.rows.map((row, index) => (
                <tr key={index}>
                  {row.map((cell, at) => (
                    <TableCell key={at} cell={cell} meeting={meeting} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'image':
      return (
        <figure>
          <img src={imageAddress(meeting, block.image)} alt={block.caption} width={block.width} height={block.height} />
          {block.caption !== '' && <figcaption>{block.caption}</figcaption>}
        </figure>
      );
    case 'fact':
      return block.lines.map((line, index) => <p key={index}>{line}</p>);
  }
}

function TableCell({ cell: { header, colspan, rowspan, blocks }, meeting }: { readonly cell: Cell; readonly meeting: string }) {
  const Tag = header ? 'th' : 'td';
  return (
    <Tag colSpan={colspan} rowSpan={rowspan}>
      <Blocks blocks={blocks} meeting={meeting} />
    </Tag>
  );
}
