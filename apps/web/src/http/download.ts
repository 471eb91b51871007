// Knows how a file of the server is kept on this device, and how a no is told apart from a file; not what is in it.
import { errorFrom, HttpError, whileBusy } from './client.ts';
import { fileNameIn } from '../http/file-name.ts';
import { errorWords } from '../words/errors.ts';

/** Throws only `HttpError`. */
export async function download(address: string, usualName: string): Promise<void> {
  const response = await whileBusy(() => fetched(address));
  const blob = await response.blob().catch(() => {
    throw new HttpError(0, 'NoAnswer', errorWords.NoAnswer);
  });
  const place = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = place;
  link.download = fileNameIn(response.headers.get('content-disposition') ?? '') ?? usualName;
  link.click();
  // The browser has taken the file by its next turn; some phones take longer.
  setTimeout(() => URL.revokeObjectURL(place), 60_000);
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address, { credentials: 'same-origin' }).catch(() => {
    throw new HttpError(0, 'NoAnswer', errorWords.NoAnswer);
  });
  if (!response.ok) throw errorFrom(response.status, await response.json().catch(() => null));
  return response;
}
