// The door for everybody who reads the wire. What is sent up is checked by `@xieshang/protocol/up`, which browsers need not load.
export * from './canonical.ts';
export * from './chain.ts';
export * from './record.ts';
export * from './down.ts';
export * from './speech-digest.ts';
export * from './version.ts';
