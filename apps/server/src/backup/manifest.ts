// Knows what a backup says of itself, and how it is spelled so that no byte of that changes unseen; opens no file.
import { digestOf } from '@xieshang/protocol';
import type { Inventory } from './inventory.ts';

/** Of the spelling; a later one gets a larger number. */
const format = 1;

export interface FileEntry {
  /** Path inside the backup, with forward slashes. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest extends Inventory {
  /** Of the program that made the backup. */
  readonly version: string;
  readonly mode: 'demo' | 'live';
  /** Epoch ms. */
  readonly createdAt: number;
  readonly files: readonly FileEntry[];
}

export function writeManifest(manifest: Manifest): string {
  const body = { format, ...manifest };
  return `${JSON.stringify({ ...body, digest: digestOf(JSON.stringify(body)) }, null, 2)}\n`;
}

/** Null when it is not, to the byte, what was written. */
export function readManifest(text: string): Manifest | null {
  try {
    const { format: spelling, digest, ...manifest }: Manifest & { readonly format: number; readonly digest: string } = JSON.parse(text);
    return spelling === format && typeof digest === 'string' && writeManifest(manifest) === text ? manifest : null;
  } catch {
    return null;
  }
}
