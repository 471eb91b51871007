// Knows how a picture from a camera or a screen becomes one for minutes: upright, not larger than needed, without where and when it was taken.

/** px; as many as the 版心 needs in print. */
const longestSide = 2400;
/** Bytes; as many as the server takes. */
const mostBytes = 5 * 1024 * 1024;
const quality = 0.9;

const spelled = (canvas: HTMLCanvasElement, type: string): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality));

/** Null for what the browser cannot read as a picture. */
export async function tidyPicture(file: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  // JPEG knows no transparency and would make it black.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const drawn = file.type === 'image/png' ? await spelled(canvas, 'image/png') : null;
  return drawn !== null && drawn.size <= mostBytes ? drawn : spelled(canvas, 'image/jpeg');
}
