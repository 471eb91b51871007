// Knows where each fault programme is; loads none before it is asked for.
import type { Programme, ProgrammeName } from './programme.ts';

/** A programme that is not here does not exist yet, and is said to be missing. */
export const programmes: Readonly<Partial<Record<ProgrammeName, () => Promise<Programme>>>> = {
  P1: async () => (await import('./p1-model/programme.ts')).p1,
  P2: async () => (await import('./p2-simulation/programme.ts')).p2,
  P3: async () => (await import('./p3-killed-server/index.ts')).killedServer,
  P4: async () => (await import('./p4-bad-disk/index.ts')).badDisk,
  P5: async () => (await import('./p5-minutes/index.ts')).minutesConverge,
  P6: async () => (await import('./p6-doors/index.ts')).doors,
  P8: async () => (await import('./p8-secrecy/index.ts')).secrecy,
  P9: async () => (await import('./p9-reconnect/index.ts')).reconnect,
  P10: async () => (await import('./p10-load/index.ts')).load,
  P11: async () => (await import('./p11-backup/index.ts')).p11,
  P12: async () => (await import('./p12-hostile-content/index.ts')).hostileContent,
  P14: async () => (await import('./p14-verifier/index.ts')).p14,
  P15: async () => (await import('./p15-upgrade/index.ts')).p15,
};
