// The room's door: host and replica, and the ports they stand on.
export * from './ports.ts';
export { openHost, type Host, type Sender } from './host.ts';
export { deliveriesOf, type Attendance, type Channel, type Seat, type Told } from './audience.ts';
export { add, emptyHistory, replay, type Fact, type History } from './history.ts';
export type { Answered, Pending, Picture, SetBack } from './picture.ts';
export { createReplica, type Line, type Look, type Outbox, type Replica, type ReplicaWorld } from './replica.ts';
