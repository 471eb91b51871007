// Knows how built files are packed for the way: once each, kept in memory; not which are asked for.
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

const pack = {
  br: (content: Uint8Array) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (content: Uint8Array) => promisify(gzip)(content, { level: 9 }),
};

/** What is already packed by its nature, or too small to be worth it. */
const leastBytes = 1024;
const worthwhile = /\.(html|js|css|json|svg|webmanifest|txt)$/;

export interface BuiltFile {
  readonly file: string;
  readonly size: number;
  readonly changedAt: number;
}

/** Answers with the packed bytes, or null where packing gains nothing. A file built anew is packed anew. */
export function packer(): (built: BuiltFile, encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>> | null {
  const kept = new Map<string, { readonly changedAt: number; readonly bytes: Promise<Uint8Array<ArrayBuffer>> }>();
  return ({ file, size, changedAt }, encoding) => {
    if (size < leastBytes || !worthwhile.test(file)) return null;
    const key = `${encoding} ${file}`;
    const known = kept.get(key);
    if (known?.changedAt === changedAt) return known.bytes;
    const bytes = readFile(file).then(async (content) => new Uint8Array(await pack[encoding](content)));
    bytes.catch(() => kept.delete(key));
    kept.set(key, { changedAt, bytes });
    return bytes;
  };
}

/** The best way of packing that a browser says it understands. */
export function encodingFor(accepted: string | undefined): Encoding | null {
  const names = (accepted ?? '').split(',').map((name) => name.trim());
  const understood = (encoding: Encoding): boolean =>
    names.some((name) => name === encoding || (name.startsWith(`${encoding};`) && !/;\s*q=0(\.0*)?$/.test(name)));
  return understood('br') ? 'br' : understood('gzip') ? 'gzip' : null;
}
