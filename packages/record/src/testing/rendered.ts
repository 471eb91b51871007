// Knows how a Word file is opened by LibreOffice and looked at as pages; for checks on machines that have the tools.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const tools = [
  ['soffice', '--version'],
  ['pdftotext', '-v'],
  ['pdftoppm', '-v'],
] as const;

/** What is missing here to open a Word file, or null. */
export function missingTools(): string | null {
  const missing = tools.filter(([tool, version]) => spawnSync(tool, [version]).status !== 0).map(([tool]) => tool);
  return missing.length === 0 ? null : `没有 ${missing.join('、')}，未用 LibreOffice 打开查看`;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of one dot after another. */
  readonly dots: Uint8Array;
}

export interface Pages {
  /** The text of each page. */
  readonly text: readonly string[];
  /** One page, counted from 1. */
  picture(page: number): Picture;
}

/** Dots in a millimetre of a picture. */
export const dotsPerMillimetre = 150 / 25.4;

/** Opens the file in a profile of its own; everything it leaves behind is gone when `look` returns. Throws when it does not open. */
export function lookAt<T>(docx: Uint8Array, look: (pages: Pages) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-record-'));
  const run = (tool: string, ...args: readonly string[]): Buffer => {
    const { status, stdout, stderr } = spawnSync(tool, args, { maxBuffer: 1 << 28, timeout: 100_000 });
    if (status !== 0) throw new Error(`${tool}: ${String(stderr)}`);
    return stdout;
  };
  try {
    const [file, pdf] = [join(folder, 'minutes.docx'), join(folder, 'minutes.pdf')];
    writeFileSync(file, docx);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    run('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file);
    const text = run('pdftotext', '-raw', pdf, '-').toString().split('\f').slice(0, -1);
    return look({
      text,
      picture: (page) => {
        run('pdftoppm', '-r', '150', '-f', `${page}`, '-l', `${page}`, '-singlefile', pdf, join(folder, 'page'));
        const bytes = readFileSync(join(folder, 'page.ppm'));
        const [head, width, height] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 40).toString('latin1')) ?? [];
        return { width: Number(width), height: Number(height), dots: bytes.subarray(head?.length ?? 0) };
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Row {
  /** Millimetres below the paper's upper edge. */
  readonly at: number;
  /** Millimetres from the paper's left edge to the first and behind the last dot. */
  readonly from: number;
  readonly to: number;
  readonly dots: number;
}

/** The rows of a page that hold such dots, from above. */
export function rowsOf({ width, height, dots }: Picture, is: (red: number, green: number, blue: number) => boolean): Row[] {
  const rows: Row[] = [];
  for (let y = 0; y < height; y += 1) {
    let [first, last, count] = [-1, -1, 0];
    for (let x = 0; x < width; x += 1) {
      const at = 3 * (y * width + x);
      if (!is(dots[at] ?? 255, dots[at + 1] ?? 255, dots[at + 2] ?? 255)) continue;
      if (first < 0) first = x;
      [last, count] = [x, count + 1];
    }
    if (count > 0)
      rows.push({ at: y / dotsPerMillimetre, from: first / dotsPerMillimetre, to: (last + 1) / dotsPerMillimetre, dots: count });
  }
  return rows;
}
