// Who speaks and for how long (F), and what a lost line does to it, in the simple idea the core is compared with.
import type { FloorCommand, LeaseCommand } from '@xieshang/meeting';
import { isHere, type Hall, type Rules, type Taken, type Wish } from './hall.ts';
import { mayStand, waits } from './standing.ts';
import { turnsIn } from './turns.ts';

/** F8. The moment its clock has come to: never one before that of the last time. */
const touch = (floor: Taken, at: number): number => (floor.upTo = Math.max(floor.upTo, at));

/** F6. The clock up to now; it stands still while paused and never runs backwards. */
export const tick = ({ floor }: Hall, at: number): void => {
  if (!floor || floor.since === null) return;
  const now = touch(floor, at);
  floor.spoken += now - floor.since;
  floor.since = now;
};

/** F15. What has stood for a lost line is counted, and stands for it no longer. */
export const settleLoss = ({ floor }: Pick<Hall, 'floor'>, at: number): void => {
  if (!floor?.lost) return;
  floor.lostMs += touch(floor, at) - floor.lost.stands;
  floor.lost = null;
};

/** F10. What it interrupted comes up again, and goes on if it ran. */
export const endSpeech = (hall: Hall, at: number): void => {
  tick(hall, at);
  settleLoss(hall, at);
  const { floor } = hall;
  if (!floor) return;
  hall.said.push({ ...floor, stage: hall.stage, above: floor.under?.taken.id ?? null, text: null });
  hall.floor = floor.under?.taken ?? null;
  if (hall.floor && floor.under?.ran) hall.floor.since = touch(hall.floor, at);
};

/** F8. */
export const clearFloor = (hall: Hall, at: number): void => {
  while (hall.floor) endSpeech(hall, at);
};

const neverLost = { lost: null, lostMs: 0, letRun: false };

export const floorRules: Rules<FloorCommand['type']> = {
  GiveFloor: (hall, { requestId, reason = '' }, _, at) => {
    if (hall.floor) return hall.floor.id === requestId ? 'silent' : 'FloorIsTaken';
    const wish = waits(hall, requestId);
    if (!wish) return 'UnknownRequest';
    if (!hall.people.has(wish.person)) return 'UnknownPerson';
    if (!mayStand(hall, wish.person)) return 'NotCheckedIn';
    const suggested = turnsIn(hall).find(({ person }) => hall.people.has(person) && mayStand(hall, person)) ?? wish;
    hall.waiting = hall.waiting.filter((one) => one !== wish);
    const instead: [string, string] | [] = suggested === wish ? [] : [suggested.person, reason.trim()];
    hall.floor = { ...wish, spoken: 0, since: at, upTo: at, over: false, instead, ...neverLost, under: null };
    return 'done';
  },
  Interpose: (hall, { requestId }, _, at) => {
    const { floor } = hall;
    if (!floor) return 'FloorIsEmpty';
    if (floor.id === requestId) return 'silent';
    const wish = waits(hall, requestId);
    if (!wish) return 'UnknownRequest';
    if (!hall.people.has(wish.person)) return 'UnknownPerson';
    if (!mayStand(hall, wish.person)) return 'NotCheckedIn';
    const rank = ({ kind }: Wish): number => ({ pointOfOrder: 3, followUpQuestion: 2, interjection: 1 })[kind as string] ?? 0;
    if (rank(wish) <= rank(floor)) return 'FloorIsTaken';
    tick(hall, at);
    const ran = floor.since !== null;
    floor.since = null;
    hall.waiting = hall.waiting.filter((one) => one !== wish);
    hall.floor = { ...wish, spoken: 0, since: at, upTo: at, over: false, instead: [], ...neverLost, under: { taken: floor, ran } };
    return 'done';
  },
  PauseSpeech: (hall, _, __, at) => {
    if (!hall.floor) return 'FloorIsEmpty';
    if (hall.floor.since === null && !hall.floor.lost) return 'SpeechIsPaused';
    tick(hall, at);
    settleLoss(hall, at);
    hall.floor.since = null;
    return 'done';
  },
  ResumeSpeech: ({ floor }, _, __, at) => {
    if (!floor) return 'FloorIsEmpty';
    if (floor.since !== null) return 'SpeechIsRunning';
    floor.letRun ||= floor.lost !== null;
    settleLoss({ floor }, at);
    floor.since = touch(floor, at);
    return 'done';
  },
  ExtendSpeech: (hall, { ms }, _, at) => {
    const { floor } = hall;
    if (!floor) return 'FloorIsEmpty';
    if (ms === 0) return 'silent';
    tick(hall, at);
    floor.limit = Math.max(0, floor.limit + ms);
    floor.over &&= floor.spoken >= floor.limit;
    return 'done';
  },
  EndSpeech: (hall, { requestId }, _, at) => {
    if (!hall.floor) return 'FloorIsEmpty';
    if (requestId !== undefined && requestId !== hall.floor.id) return 'UnknownRequest';
    endSpeech(hall, at);
    return 'done';
  },
  MarkOvertime: ({ floor }, { requestId }, _, at) => {
    if (!floor) return 'FloorIsEmpty';
    const spoken = floor.since === null ? 0 : floor.spoken + Math.max(0, at - floor.since);
    if (floor.id !== requestId || floor.over || floor.since === null || spoken < floor.limit) return 'silent';
    floor.over = true;
    return 'done';
  },
};

/** F12–F14. */
export const leaseRules: Rules<LeaseCommand['type']> = {
  LoseSpeaker: (hall, { requestId, since }, _, at) => {
    const { floor, plan } = hall;
    if (!floor) return 'FloorIsEmpty';
    const grace = plan.rules.lease?.graceMs ?? Infinity;
    const online = isHere(hall, floor.person) && hall.here.get(floor.person) === 'online';
    if (floor.id !== requestId || floor.since === null || floor.letRun || !online) return 'silent';
    if (since < floor.since || at - since < grace) return 'silent';
    tick(hall, at);
    floor.since = null;
    floor.lost = { line: since, stands: floor.upTo };
    return 'done';
  },
  FindSpeaker: ({ floor }, { requestId }, _, at) => {
    if (!floor) return 'FloorIsEmpty';
    if (floor.id !== requestId || !floor.lost) return 'silent';
    settleLoss({ floor }, at);
    floor.since = touch(floor, at);
    return 'done';
  },
};
