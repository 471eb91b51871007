// Knows the server's doors to the past of minutes, and what is kept of their answers in this page; not how it is drawn.
import type { DocumentJson } from '@xieshang/minutes';
import type { Authorship, AutomaticVersion, Difference, Frame, Page, FoundText } from '@xieshang/minutes/history';
import { queryOptions } from '@tanstack/react-query';
import { knock, part } from './client.ts';

export interface NamedVersion {
  readonly kind: 'named';
  readonly id: string;
  readonly seq: number;
  readonly name: string;
  readonly by: string;
  readonly at: number;
}

export type Version = AutomaticVersion | NamedVersion;

export interface Overview {
  /** The last change; 0 while there is no text. */
  readonly seq: number;
  /** Oldest first. */
  readonly versions: readonly Version[];
  readonly frames: readonly Frame[];
}

const past = (meeting: string): string => `/api/meetings/${part(meeting)}/minutes/history`;

export const historyApi = {
  document: (meeting: string, seq: number) => knock<DocumentJson>(`${past(meeting)}/documents/${seq}`),
  /** `seq` null: the text as it is now. */
  name: (meeting: string, id: string, body: { readonly name: string; readonly seq: number | null }) =>
    knock<{ readonly version: Omit<NamedVersion, 'kind'> }>(`${past(meeting)}/versions/${part(id)}`, { method: 'PUT', body }),
};

/** What is past stays as it is; what is asked of the present is asked anew. */
const settled = { staleTime: Infinity, gcTime: 5 * 60_000 } as const;
const present = { staleTime: 0, gcTime: 60_000 } as const;

export const overviewQuery = (meeting: string) =>
  queryOptions({ queryKey: ['history', meeting], queryFn: () => knock<Overview>(past(meeting)), ...present });
export const pageQuery = (meeting: string, seq: number) =>
  queryOptions({ queryKey: ['history', meeting, 'page', seq], queryFn: () => knock<Page>(`${past(meeting)}/pages/${seq}`), ...settled });
export const differenceQuery = (meeting: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['history', meeting, 'difference', from, to],
    queryFn: () => knock<Difference>(`${past(meeting)}/differences/${from}/${to}`),
    ...settled,
  });
export const foundQuery = (meeting: string) =>
  queryOptions({
    queryKey: ['history', meeting, 'found'],
    queryFn: async () => (await knock<{ readonly texts: readonly FoundText[] }>(`${past(meeting)}/found`)).texts,
    ...present,
  });
export const authorsQuery = (meeting: string) =>
  queryOptions({ queryKey: ['history', meeting, 'authors'], queryFn: () => knock<Authorship>(`${past(meeting)}/authors`), ...present });
