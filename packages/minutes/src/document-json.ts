// Knows how a Yjs document is read without touching it; not what its blocks mean.
import * as Y from 'yjs';
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap';
import { fragmentOf } from './blocks.ts';

export interface MarkJson {
  readonly type: string;
}

export interface NodeJson {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly NodeJson[];
  readonly text?: string;
  readonly marks?: readonly MarkJson[];
}

/** The minutes as ProseMirror writes documents down. */
export interface DocumentJson {
  readonly type: 'doc';
  readonly content: readonly NodeJson[];
}

/**
 * P2. Reads a throw-away copy through the function that makes JSON: the one that makes nodes deletes what its schema does not know,
 * from the document itself.
 */
export function readDocument(doc: Y.Doc): DocumentJson {
  const copy = new Y.Doc({ gc: false });
  try {
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    return yXmlFragmentToProsemirrorJSON(fragmentOf(copy)) as DocumentJson;
  } finally {
    copy.destroy();
  }
}

const inlineText = ({ type, text = '', content = [] }: NodeJson): string =>
  type === 'text' ? text : type === 'hardBreak' ? '\n' : content.map(inlineText).join('');

const holdsText = ({ content = [] }: NodeJson): boolean => content.some(({ type }) => type === 'text' || type === 'hardBreak');

/** What people wrote, a line for each block that holds text; facts are not among it. */
export function textOf(json: DocumentJson): string {
  const lines = (node: NodeJson): readonly string[] =>
    holdsText(node) ? [inlineText(node)] : (node.content ?? []).flatMap((child) => lines(child));
  return json.content.flatMap((node) => lines(node)).join('\n');
}
