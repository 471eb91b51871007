// Knows the addresses of a meeting's rooms as text; not what is shown there.

/** The room that an address names, or null when it names another page. */
export function roomAt(path: string): { readonly id: string; readonly screen: boolean } | null {
  const [, id, screen] = /^\/meeting\/([^/]+)(\/screen)?\/?$/.exec(path) ?? [];
  if (id === undefined) return null;
  try {
    return { id: decodeURIComponent(id), screen: screen !== undefined };
  } catch {
    return null;
  }
}

const addressOf = (meeting: string): string => `/meeting/${encodeURIComponent(meeting)}`;

/** Ways from a room to the pages around it, which are pages of their own. */
export const ways = {
  room: addressOf,
  /** The main screen, or the one of that name. */
  screen: (meeting: string, name?: string): string =>
    `${addressOf(meeting)}/screen${name === undefined ? '' : `?name=${encodeURIComponent(name)}`}`,
  minutes: (meeting: string): string => `${addressOf(meeting)}/minutes`,
  contributions: (meeting: string): string => `${addressOf(meeting)}/contributions`,
  evidence: (meeting: string): string => `${addressOf(meeting)}/evidence`,
  receipt: (meeting: string): string => `${addressOf(meeting)}/receipt`,
  whoSees: '/secret-vote',
  document: (meeting: string, kind: string, query = ''): string => `${addressOf(meeting)}/documents/${kind}${query}`,
  material: (meeting: string, materialId: string): string => `${addressOf(meeting)}/materials/${encodeURIComponent(materialId)}`,
  prepare: (meeting: string): string => `${addressOf(meeting)}/prepare`,
  signIn: (back: string): string => `/sign-in?return=${encodeURIComponent(back)}`,
};
