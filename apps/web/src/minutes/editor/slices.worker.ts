// Runs beside the page: cuts one update, then is done. Knows nothing else.
import { slicesOf } from './slices.ts';

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  const slices = slicesOf(data);
  postMessage(slices, { transfer: slices.map(({ buffer }) => buffer) });
});
