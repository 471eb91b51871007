// Knows how a file goes up while its progress is seen; fetch cannot tell how far it is.
import { refusalSentence } from '../words/refusals.ts';
import { errorFrom, HttpError, part, whileBusy } from './client.ts';
import { decodeText } from './decode-text.ts';
import type { ArchiveRow, Material } from './shapes.ts';

interface Upload {
  readonly meeting: string;
  readonly materialId: string;
  readonly file: File;
  readonly circle: Material['circle'];
  readonly secrecy?: Material['secrecy'] | undefined;
  /** 0–1. */
  readonly onProgress: (share: number) => void;
}

/** Text goes up in UTF-8, whatever the editor wrote: phones read no other, and the server takes no other. */
async function readable(file: File): Promise<Blob> {
  return /\.txt$/i.test(file.name) ? new Blob([decodeText(new Uint8Array(await file.arrayBuffer()))]) : file;
}

/** Resolves with the stored material; rejects only with `HttpError`. */
export async function uploadMaterial({ meeting, materialId, file, circle, secrecy, onProgress }: Upload): Promise<Material> {
  const level = secrecy === undefined ? '' : `&secrecy=${secrecy}`;
  const address = `/api/meetings/${part(meeting)}/materials/${part(materialId)}?name=${part(file.name)}&circle=${circle}${level}`;
  const body = await readable(file);
  const answer = await whileBusy(() => send(address, file.type, body, onProgress));
  return (answer as { readonly material: Material }).material;
}

/** Resolves with what the list of archives shows of it; rejects only with `HttpError`. */
export async function uploadArchive(file: File, onProgress: (share: number) => void): Promise<ArchiveRow> {
  const answer = await whileBusy(() => send('/api/archives', 'application/zip', file, onProgress));
  return (answer as { readonly archive: ArchiveRow }).archive;
}

interface NewImage {
  readonly meeting: string;
  readonly image: string;
  readonly picture: Blob;
  /** 0–1. */
  readonly onProgress: (share: number) => void;
}

/** Resolves once the image can stand in the minutes; rejects only with `HttpError`. */
export const uploadImage = ({ meeting, image, picture, onProgress }: NewImage): Promise<unknown> =>
  whileBusy(() => send(`/api/meetings/${part(meeting)}/images/${part(image)}`, picture.type, picture, onProgress));

function send(address: string, type: string, body: Blob, onProgress: (share: number) => void): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
    request.setRequestHeader('content-type', type || 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new HttpError(0, 'NoAnswer', refusalSentence({ type: 'NoAnswer' })));
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status >= 200 && request.status < 300) resolve(answer);
      else reject(errorFrom(request.status, answer));
    };
    request.send(body);
  });
}
