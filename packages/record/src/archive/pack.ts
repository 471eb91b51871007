// Knows what the whole file of a consultation (卷宗) is made of and how its parts are called; not where they come from.
import type { Material } from '@xieshang/meeting';
import { canonical, digestOfBytes, type Json } from '@xieshang/protocol';
import { packed, type PackedFile } from '../evidence/zip.ts';

/** 全宗的一卷: everything one consultation has left. */
export interface ArchiveParts {
  readonly meeting: string;
  readonly title: string;
  /** The office's bundle of evidence. */
  readonly evidence: Uint8Array;
  readonly materials: readonly { readonly material: Material; readonly content: Uint8Array }[];
  /** Papers made from the record, for reading: by name, as they shall be listed. */
  readonly papers: readonly PackedFile[];
}

export const evidenceName = '存证.zip';
export const listingName = 'archive.json';

/** What a file name may hold on every system; the rest becomes a dash. */
const fileSafe = (name: string): string =>
  name
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '-')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 100) || '材料';

const materialName = (place: number, name: string): string => `材料/${String(place + 1).padStart(2, '0')}-${fileSafe(name)}`;

/** The same parts give the same bytes. */
export function archive({ meeting, title, evidence, materials, papers }: ArchiveParts): Uint8Array<ArrayBuffer> {
  const kept = materials.map(({ material, content }, place) => ({ name: materialName(place, material.name), content, material }));
  const files: readonly PackedFile[] = [{ name: evidenceName, content: evidence }, ...kept, ...papers];
  const named = kept.map(({ name, material }) => ({ name, materialId: material.materialId }));
  const contents = contentsOf(
    title,
    files.map(({ name }) => name),
  );
  const utf8 = new TextEncoder();
  return packed([
    ...files.map(({ name, content }) => ({ name, content })),
    { name: listingName, content: utf8.encode(listingOf(meeting, files, named)) },
    { name: '目录.txt', content: utf8.encode(contents) },
  ]);
}

/** What lists the files for whoever takes them in. */
export function listingOf(
  meeting: string,
  files: readonly PackedFile[],
  materials: readonly { readonly name: string; readonly materialId: string }[],
): string {
  const listing: Json = {
    v: 1,
    meeting,
    files: files.map(({ name, content }) => ({ name, bytes: content.length, sha256: digestOfBytes(content) })),
    materials: materials.map(({ name, materialId }) => ({ name, materialId })),
  };
  return canonical(listing);
}

/** With a mark of its order at the start: Windows' editor asks for it. */
const contentsOf = (title: string, names: readonly string[]): string =>
  [
    `\uFEFF${title}`,
    '卷宗目录',
    '',
    ...names.map((name, place) => `${place + 1}. ${name}`),
    '',
    `“${evidenceName}”是存证包，里面的 VERIFY.md 说明怎样核对；材料的指纹记在其中的会议记录里。`,
    '其余文件由会议记录生成，方便阅读；有出入时以存证包为准。',
    `“${listingName}”供另一套协商厅导入时核对，请勿改动。`,
    '',
  ].join('\r\n');
