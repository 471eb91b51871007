// Knows a PNG or a JPEG by its first bytes, and how large it is; decodes nothing.
import type { HandedImage } from '@xieshang/minutes';

export type Picture = Pick<HandedImage, 'mime' | 'width' | 'height'>;

/** px; what is larger no page needs, and browsers may fail on it. */
const mostPixels = 12_000;

/** Null for anything else, and for one without a size or a too large one. */
export function pictureOf(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = png(view) ?? jpeg(view);
  const fits = (side: number): boolean => side >= 1 && side <= mostPixels;
  return found && fits(found.width) && fits(found.height) ? found : null;
}

/** ISO/IEC 15948: the signature, then the chunk IHDR with width and height. */
function png(view: DataView): Picture | null {
  if (view.byteLength < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return null;
  if (view.getUint32(8) !== 13 || view.getUint32(12) !== 0x49484452) return null;
  return { mime: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** ITU-T T.81: segments of a marker and a length, up to the frame header that holds height and width. */
function jpeg(view: DataView): Picture | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Fill bytes, and markers that stand alone.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) return null;
    // SOF0 … SOF15, but for DHT, JPG and DAC.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { mime: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + Math.max(view.getUint16(at + 2), 2);
  }
  return null;
}
