// Knows why and how a connection to the minutes is ended; not when.

/** 4400–4499 are final for y-websocket, all others are tried again. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

export const closings = {
  badFrame: { code: 4400, reason: 'BadFrame' },
  signInRequired: { code: 4401, reason: 'SignInRequired' },
  /** May not read. */
  notPermitted: { code: 4403, reason: 'NotPermitted' },
  /** Unknown, or of another schema or generation. */
  noSuchDocument: { code: 4404, reason: 'NoSuchDocument' },
  /** May read, but not write at this moment. */
  notWritable: { code: 4409, reason: 'NotWritable' },
  tooLarge: { code: 4413, reason: 'TooLarge' },
  invalidUpdate: { code: 4422, reason: 'InvalidUpdate' },
  tooMuch: { code: 4429, reason: 'TooMuch' },
  loadFailed: { code: 1011, reason: 'LoadFailed' },
  stopping: { code: 1012, reason: 'Stopping' },
  /** Too much waits for the disk, for loading or for the reader: what is not received is sent again. */
  busy: { code: 1013, reason: 'Busy' },
} as const satisfies Readonly<Record<string, Closing>>;
