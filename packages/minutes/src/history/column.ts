// A long list of whole numbers that grows at its end, small in memory; knows not what they count.

export interface Column {
  /** 0 where nothing was set. */
  get(index: number): number;
  set(index: number, value: number): void;
  readonly length: number;
}

const firstLength = 256;

/** Values from 0 to 2³² − 1. */
export function column(): Column {
  let values = new Uint32Array(firstLength);
  let length = 0;
  return {
    get: (index) => values[index] ?? 0,
    set: (index, value) => {
      if (index >= values.length) {
        const longer = new Uint32Array(Math.max(values.length * 2, index + 1));
        longer.set(values);
        values = longer;
      }
      values[index] = value;
      length = Math.max(length, index + 1);
    },
    get length() {
      return length;
    },
  };
}
