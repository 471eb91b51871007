// Knows whose client id is whose in one document (Y13); not what is written under it.
import type { MinutesClient } from '../ports.ts';

/** Yjs draws client ids from 32 bits. */
const largest = 2 ** 32 - 1;

/** As Yjs does. */
export const drawClientId = (random: (bytes: number) => Uint8Array): number => Buffer.from(random(4)).readUInt32BE();

export interface ClientIds {
  /** Whether somebody may write or move a cursor under an id: a free one, or one's own. */
  isFor(client: number, person: string | null): boolean;
  /** The first use binds, as long as the document is loaded; on disk with the first update. */
  bind(client: number, person: string | null): void;
  /** Those of them that no update on its way to the disk has named yet; from now on one has. */
  name(clients: Iterable<number>): readonly MinutesClient[];
}

export function clientIds(stored: readonly MinutesClient[]): ClientIds {
  const owners = new Map(stored.map(({ client, person }) => [client, person]));
  const named = new Set(owners.keys());
  return {
    isFor: (client, person) => client <= largest && (!owners.has(client) || owners.get(client) === person),
    bind: (client, person) => void owners.set(client, person),
    name: (clients) => {
      const fresh = [...clients].filter((client) => !named.has(client));
      for (const client of fresh) named.add(client);
      return fresh.map((client) => ({ client, person: owners.get(client) ?? null }));
    },
  };
}
