// Knows how a file goes up while its progress is seen; fetch cannot tell how far it is.
import { refusalSentence } from '../words/refusals.ts';
import { errorFrom, HttpError, part, whileBusy } from './client.ts';
import { decodeText } from './decode-text.ts';
import type { Material } from './shapes.ts';

interface Upload {
  readonly meeting: string;
  readonly materialId: string;
  readonly file: File;
  readonly circle: Material['circle'];
  /** 0–1. */
  readonly onProgress: (share: number) => void;
}

/** Text goes up in UTF-8, whatever the editor wrote: phones read no other, and the server takes no other. */
async function readable(file: File): Promise<Blob> {
  return /\.txt$/i.test(file.name) ? new Blob([decodeText(new Uint8Array(await file.arrayBuffer()))]) : file;
}

/** Resolves with the stored material; rejects only with `HttpError`. */
export async function uploadMaterial(upload: Upload): Promise<Material> {
  const body = await readable(upload.file);
  return whileBusy(() => send(upload, body));
}

function send({ meeting, materialId, file, circle, onProgress }: Upload, body: Blob): Promise<Material> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/meetings/${part(meeting)}/materials/${part(materialId)}?name=${part(file.name)}&circle=${circle}`);
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new HttpError(0, 'NoAnswer', refusalSentence({ type: 'NoAnswer' })));
    request.onload = () => {
      const answer: unknown = request.response;
      if (request.status >= 200 && request.status < 300) resolve((answer as { material: Material }).material);
      else reject(errorFrom(request.status, answer));
    };
    request.send(body);
  });
}
