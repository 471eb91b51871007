// Knows how a material is fetched to be shown in a page of ours, with what the server says of it; not how it is shown.
import { queryOptions } from '@tanstack/react-query';
import { secrecyLevels, type Secrecy } from '@xieshang/meeting';
import { errorWords } from '../words/errors.ts';
import { materialAddress } from './api.ts';
import { errorFrom, HttpError, whileBusy } from './client.ts';
import { fileNameIn } from './file-name.ts';

export interface OpenedMaterial {
  readonly name: string;
  readonly mime: string;
  readonly secrecy: Secrecy | undefined;
  readonly bytes: ArrayBuffer;
  /** Server time of the answer, epoch ms. */
  readonly at: number;
}

/** The header says that the page will draw the mark: the server gives a guarded material to nothing else. */
async function opened(meeting: string, materialId: string): Promise<OpenedMaterial> {
  const silence = (): never => {
    throw new HttpError(0, 'NoAnswer', errorWords.NoAnswer);
  };
  const headers = { 'x-watermarked-view': '1' };
  const response = await fetch(materialAddress(meeting, materialId), { credentials: 'same-origin', headers }).catch(silence);
  if (!response.ok) throw errorFrom(response.status, await response.json().catch(() => null));
  const { headers: said } = response;
  return {
    name: fileNameIn(said.get('content-disposition') ?? '') ?? materialId,
    mime: said.get('content-type') ?? '',
    secrecy: secrecyLevels.find((level) => level === said.get('x-secrecy')),
    bytes: await response.arrayBuffer().catch(silence),
    at: Date.parse(said.get('date') ?? '') || Date.now(),
  };
}

export const materialQuery = (meeting: string, materialId: string) =>
  queryOptions({
    queryKey: ['material', meeting, materialId],
    queryFn: () => whileBusy(() => opened(meeting, materialId)),
    staleTime: Infinity,
    gcTime: 0,
  });
