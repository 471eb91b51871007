// Knows how what is sent is packed for the way; not what is asked for.
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

type Packed = Uint8Array<ArrayBuffer>;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const { BROTLI_PARAM_QUALITY } = constants;

const wellPacked = {
  br: (content: Uint8Array) => brotli(content, { params: { [BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (content: Uint8Array) => zip(content, { level: 9 }),
};
const quicklyPacked = {
  br: (content: string) => brotli(content, { params: { [BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (content: string) => zip(content, { level: 5 }),
};

/** For an answer that nobody is given twice. */
export const packOnce = async (content: string, encoding: Encoding): Promise<Packed> =>
  new Uint8Array(await quicklyPacked[encoding](content));

/** What is already packed by its nature, or too small to be worth it. */
const leastBytes = 1024;
const worthwhile = /\.(html|js|css|json|svg|webmanifest|txt)$/;

/** The build packs better than there is time for here, and leaves it beside the file. */
const besideIt: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz' };

export interface BuiltFile {
  readonly file: string;
  readonly size: number;
  readonly changedAt: number;
}

async function bytesOf({ file, changedAt }: BuiltFile, encoding: Encoding): Promise<Packed> {
  const beside = file + besideIt[encoding];
  const built = await stat(beside).catch(() => null);
  if (built && built.mtimeMs >= changedAt) return new Uint8Array(await readFile(beside));
  return new Uint8Array(await wellPacked[encoding](await readFile(file)));
}

/** Answers with the packed bytes, or null where packing gains nothing. Packed once and kept in memory; a file built anew is packed anew. */
export function packer(): (built: BuiltFile, encoding: Encoding) => Promise<Packed> | null {
  const kept = new Map<string, { readonly changedAt: number; readonly bytes: Promise<Packed> }>();
  return (built, encoding) => {
    const { file, size, changedAt } = built;
    if (size < leastBytes || !worthwhile.test(file)) return null;
    const key = `${encoding} ${file}`;
    const known = kept.get(key);
    if (known?.changedAt === changedAt) return known.bytes;
    const bytes = bytesOf(built, encoding);
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
