// Knows how the images of a manuscript are gathered for paper; not where they lie nor how they are printed.
import type { Manuscript } from '@xieshang/minutes';
import type { Images } from './ports.ts';

/** By their hash. One that cannot be read is left out and reported: paper then names it, and the rest can be read all the same. */
export async function imagesOf(
  { body }: Manuscript,
  { read }: Pick<Images, 'read'>,
  report: (error: unknown) => void,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  for (const block of body) {
    if (block.kind !== 'image' || images.has(block.sha256)) continue;
    try {
      images.set(block.sha256, await read(block.sha256));
    } catch (error) {
      report(error);
    }
  }
  return images;
}
