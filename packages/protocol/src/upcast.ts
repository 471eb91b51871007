// Knows the older spellings of facts and today's; not where they are kept.
import type { ReadRecord } from './record.ts';

/** A fact in the spelling of its time becomes one in today's. Version 1 is the first. Throws on a version of the future. */
export function upcast(record: { readonly v: number } & ReadRecord): ReadRecord {
  if (record.v !== 1) throw new Error(`a record of version ${record.v} is newer than this program`);
  return record;
}
