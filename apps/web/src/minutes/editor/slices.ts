// Cuts a large update into small ones that build on each other in order; knows no document that takes them in.
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type Deleted = ReturnType<typeof Y.decodeUpdate>['ds'];

/** What one client wrote, in the order it was written. */
interface Row {
  readonly structs: Struct[];
  /** The first that is not in the order yet. */
  at: number;
}

/** What has to be there before a struct can be put in its place. */
function groundOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent: unknown = struct.parent;
  return [struct.origin, struct.rightOrigin, parent].filter((id) => id instanceof Y.ID);
}

/** All structs, each after what it builds on; null when some part is missing in the middle, which nobody can put in order. */
function ordered(structs: readonly Struct[]): readonly Struct[] | null {
  const rows = new Map<number, Row>();
  for (const struct of structs) {
    if (struct instanceof Y.Skip) return null;
    const row = rows.get(struct.id.client);
    if (row) row.structs.push(struct);
    else rows.set(struct.id.client, { structs: [struct], at: 0 });
  }
  /** The row that has to go on first, and up to where. */
  const lacking = (struct: Struct): { readonly row: Row; readonly until: number } | null => {
    for (const { client, clock } of groundOf(struct)) {
      const row = client === struct.id.client ? undefined : rows.get(client);
      const next = row?.structs[row.at];
      if (row && next && next.id.clock <= clock) return { row, until: clock };
    }
    return null;
  };
  const order: Struct[] = [];
  for (const first of rows.values()) {
    const stack: { readonly row: Row; readonly until: number }[] = [{ row: first, until: Number.POSITIVE_INFINITY }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const struct = top.row.structs[top.row.at];
      if (!struct || struct.id.clock > top.until) {
        stack.pop();
        continue;
      }
      const before = lacking(struct);
      if (before) {
        // In a true history nobody waits for oneself.
        if (stack.length > rows.size) return null;
        stack.push(before);
      } else {
        order.push(struct);
        top.row.at += 1;
      }
    }
  }
  return order;
}

function updateOf(structs: readonly Struct[]): Uint8Array<ArrayBuffer> {
  const rows = Map.groupBy(structs, ({ id }) => id.client);
  const encoder = new Y.UpdateEncoderV1();
  const { restEncoder } = encoder;
  encoding.writeVarUint(restEncoder, rows.size);
  for (const [client, own] of rows) {
    encoding.writeVarUint(restEncoder, own.length);
    encoder.writeClient(client);
    encoding.writeVarUint(restEncoder, own[0]?.id.clock ?? 0);
    for (const struct of own) struct.write(encoder, 0);
  }
  encoding.writeVarUint(restEncoder, 0); // deletes nothing
  return new Uint8Array(encoder.toUint8Array());
}

function* deletions({ clients }: Deleted, most: number): Generator<Uint8Array<ArrayBuffer>> {
  for (const [client, ranges] of clients) {
    for (let from = 0; from < ranges.length; from += most) {
      const some = ranges.slice(from, from + most);
      const encoder = encoding.createEncoder();
      encoding.writeVarUint(encoder, 0); // writes nothing
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, some.length);
      for (const { clock, len } of some) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, len);
      }
      yield new Uint8Array(encoding.toUint8Array(encoder));
    }
  }
}

/** Updates that together are the given one: each has at most `most` parts, and none waits for a later one. Deletions come last. */
export function slicesOf(update: Uint8Array, most = 500): readonly Uint8Array<ArrayBuffer>[] {
  const { structs, ds } = Y.decodeUpdate(update);
  const order = ordered(structs);
  if (!order) return [new Uint8Array(update)];
  const slices: Uint8Array<ArrayBuffer>[] = [];
  for (let from = 0; from < order.length; from += most) slices.push(updateOf(order.slice(from, from + most)));
  return [...slices, ...deletions(ds, most)];
}
