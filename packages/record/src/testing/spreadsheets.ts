// Knows how a workbook is read back for tests: by its own parts, and by LibreOffice where there is one. Not how it was made.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { all, readPackage, type Element } from './read-docx.ts';

/** A cell as the file has it: shared text by its words, figures as they are written. */
export interface ReadCell {
  readonly kind: 'text' | 'figure';
  readonly value: string;
  readonly format: string;
}

export interface ReadSheet {
  readonly name: string;
  readonly xml: Element;
  /** By address: A1. */
  readonly cells: ReadonlyMap<string, ReadCell>;
}

const valueOf = (cell: Element): string => all(cell, 'v')[0]?.text ?? '';

/** Throws where a part is missing or no well-formed XML. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  const { part } = await readPackage(bytes);
  const shared = all(part('xl/sharedStrings.xml'), 'si').map(({ text }) => text);
  const styles = part('xl/styles.xml');
  const formats = new Map(all(styles, 'numFmt').map(({ attributes }) => [attributes['numFmtId'], attributes['formatCode'] ?? '']));
  const looks = all(all(styles, 'cellXfs')[0] ?? styles, 'xf').map(({ attributes }) => formats.get(attributes['numFmtId'] ?? '') ?? '');
  return all(part('xl/workbook.xml'), 'sheet').map(({ attributes }, place) => {
    const xml = part(`xl/worksheets/sheet${place + 1}.xml`);
    const cells = all(xml, 'c').map(({ attributes: { r = '', s = '0', t }, ...cell }): readonly [string, ReadCell] => {
      const value = valueOf({ attributes: {}, ...cell });
      const format = looks[Number(s)] ?? '';
      return [r, t === 's' ? { kind: 'text', value: shared[Number(value)] ?? '', format } : { kind: 'figure', value, format }];
    });
    return { name: attributes['name'] ?? '', xml, cells: new Map(cells) };
  });
}

/** Every sheet as text between commas, values as they are shown; null where LibreOffice or its Calc is not here. */
export function shownByOffice(bytes: Uint8Array): ReadonlyMap<string, string> | null {
  const folder = mkdtempSync(join(tmpdir(), 'xieshang-sheets-'));
  const allSheets = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  const convert = (file: string): boolean => {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [profile, '--headless', '--convert-to', allSheets, '--outdir', join(folder, 'out'), join(folder, file)];
    const { status, stderr } = spawnSync('soffice', args, { timeout: 100_000, encoding: 'utf8' });
    return status === 0 && !/could not be loaded|no export filter/.test(stderr);
  };
  try {
    writeFileSync(join(folder, 'probe.csv'), '1\n');
    if (!convert('probe.csv')) return null;
    writeFileSync(join(folder, 'book.xlsx'), bytes);
    if (!convert('book.xlsx')) throw new Error('LibreOffice does not open it');
    const out = join(folder, 'out');
    const sheets = readdirSync(out).filter((name) => name.startsWith('book-'));
    return new Map(sheets.map((name) => [name.slice('book-'.length, -'.csv'.length), readFileSync(join(out, name), 'utf8')]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
