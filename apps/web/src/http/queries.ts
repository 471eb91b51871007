// Knows what is kept of the server's answers in this page, and under which name; not how it is drawn.
import { infiniteQueryOptions, queryOptions, QueryClient, QueryCache, MutationCache } from '@tanstack/react-query';
import { setZone } from '../words/time.ts';
import { api, type JottingsRead, type RemarksRead, type SheetWish } from './api.ts';
import { errorFrom, isHttpError } from './client.ts';
import type { ExtractKind } from './shapes.ts';

/** `onSignedOut` is told whenever the server no longer knows the reader. */
export function createQueries(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (isHttpError(error, 'SignInRequired')) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    // A no stays a no: only silence is asked again, by the reader's own hand.
    defaultOptions: { queries: { retry: false, staleTime: 10_000, networkMode: 'always' }, mutations: { networkMode: 'always' } },
  });
}

export const committeeQuery = queryOptions({
  queryKey: ['committee'],
  queryFn: async () => {
    const committee = await api.committee();
    setZone(committee.zone);
    return committee;
  },
  staleTime: Infinity,
});
/** Why the server can keep nothing at this moment, in its own sentence; null when it can, or does not say. Asked again and again. */
export const diskQuery = queryOptions({
  queryKey: ['disk'],
  queryFn: async () => {
    const answer = await fetch('/readyz');
    if (answer.ok) return null;
    const { type, message } = errorFrom(answer.status, await answer.json().catch(() => null));
    return type === 'DiskIsFull' || type === 'DiskRefuses' ? message : null;
  },
  refetchInterval: 5_000,
  staleTime: 0,
});
export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: async () => (await api.session()).person, staleTime: 60_000 });
export const defaultsQuery = queryOptions({ queryKey: ['defaults'], queryFn: () => api.defaults(), staleTime: Infinity });
export const accountsQuery = queryOptions({ queryKey: ['accounts'], queryFn: async () => (await api.accounts()).accounts });
export const meetingsQuery = queryOptions({ queryKey: ['meetings'], queryFn: async () => (await api.meetings()).meetings });
export const meetingQuery = (id: string) => queryOptions({ queryKey: ['meeting', id], queryFn: () => api.meeting(id) });
/** The minutes as they read; `version` changes with whatever makes them read otherwise. */
export const minutesQuery = (id: string, version: string) =>
  queryOptions({ queryKey: ['minutes', id, version], queryFn: () => api.minutes(id), staleTime: Infinity });
/** `version` changes with whatever closes an item in this meeting. */
export const openItemsQuery = (id: string, version: string) =>
  queryOptions({ queryKey: ['openItems', id, version], queryFn: () => api.openItems(id), placeholderData: (before) => before });
export const documentNumbersQuery = (id: string) =>
  queryOptions({ queryKey: ['documentNumbers', id], queryFn: () => api.documentNumbers(id), staleTime: 0 });
export const searchQuery = (typed: string, kind: ExtractKind | null) =>
  infiniteQueryOptions({
    queryKey: ['search', typed, kind],
    queryFn: ({ pageParam }) => api.search(typed, kind === null ? [] : [kind], pageParam),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });
export const archivesQuery = queryOptions({ queryKey: ['archives'], queryFn: async () => (await api.archives()).archives });
export const archiveQuery = (id: string) =>
  queryOptions({ queryKey: ['archive', id], queryFn: () => api.archive(id), staleTime: Infinity });
/** A document as it is now; the meeting goes on, so it is asked for anew each time it is opened. */
export const sheetQuery = (wish: SheetWish) =>
  queryOptions({
    queryKey: ['sheet', wish.meeting, wish.kind, wish.motion ?? '', wish.order ?? ''],
    queryFn: () => api.sheet(wish),
    staleTime: 0,
  });
export const documentsQuery = (id: string) => queryOptions({ queryKey: ['documents', id], queryFn: () => api.documents(id), staleTime: 0 });
/** What the desk of the minutes drafted, and what is kept as it stands; several desks are open at once. */
export const draftedQuery = (id: string) =>
  queryOptions({ queryKey: ['minutes-drafted', id], queryFn: () => api.drafted(id), staleTime: 0, refetchInterval: 15_000 });
export const keptFindingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['minutes-kept', id],
    queryFn: async () => (await api.keptFindings(id)).kept,
    staleTime: 0,
    refetchInterval: 15_000,
  });
/** The remarks on the minutes, all of them; what is known already is not asked for again. */
export const remarksQuery = (id: string) =>
  queryOptions({
    queryKey: ['remarks', id],
    queryFn: async ({ client, queryKey }): Promise<RemarksRead> => {
      let entries = client.getQueryData<RemarksRead>(queryKey)?.entries ?? [];
      for (;;) {
        const read = await api.remarks(id, entries.length);
        // A server set back by a restoration has fewer: from the beginning, then.
        entries = read.newest < entries.length ? [] : [...entries, ...read.entries];
        if (entries.length === read.newest) return { ...read, entries };
      }
    },
  });
/** The office's jottings, all of them; what is known already is not asked for again. */
export const jottingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['jottings', id],
    queryFn: async ({ client, queryKey }): Promise<JottingsRead> => {
      const before = client.getQueryData<JottingsRead>(queryKey) ?? { jottings: [], newest: 0 };
      const all = new Map(before.jottings.map((one) => [one.id, one]));
      for (let after = before.newest; ;) {
        const { jottings, newest } = await api.jottings(id, after);
        // A server set back by a restoration has fewer: from the beginning, then.
        if (newest < after) {
          all.clear();
          after = 0;
          continue;
        }
        for (const one of jottings) all.set(one.id, one);
        after = jottings.at(-1)?.revision ?? newest;
        if (after >= newest) return { newest, jottings: [...all.values()].toSorted((one, other) => one.at - other.at) };
      }
    },
    staleTime: 0,
  });
export const devicesQuery = (account: string) =>
  queryOptions({ queryKey: ['devices', account], queryFn: async () => (await api.devices(account)).sessions });
export const phrasesQuery = queryOptions({ queryKey: ['phrases'], queryFn: () => api.phrases(), staleTime: 0 });
