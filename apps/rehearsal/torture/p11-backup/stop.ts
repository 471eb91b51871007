// Stops a server politely while people speak and write, and asks its disk for everything it had acknowledged; takes no backup.
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { requestId } from '@xieshang/meeting';
import { io } from 'socket.io-client';
import * as Y from 'yjs';
import { attendee, type Attendee } from '../../src/attendee.ts';
import { castOf, must, pause } from '../../src/course.ts';
import { frontDoor } from '../../src/front-door.ts';
import { contentOf } from '../../src/pen.ts';
import { randomFrom } from '../../src/prose.ts';
import { seenBy } from '../../src/seen.ts';
import { typist, type Typist } from '../../src/typist.ts';
import type { Ended, ServerProcess } from '../child.ts';

export interface Stopped {
  readonly ended: Ended;
  /** Why pages were told that their connection ends; null when they were not. */
  readonly told: string | null;
  /** From the request to the end of the process. */
  readonly ms: number;
  /** Commands with an answer, and sentences of the minutes with a receipt. */
  readonly acked: number;
  readonly sentences: number;
  readonly lost: number;
}

const demoPassword = 'xieshang-demo';
/** Steps each does before the server is asked to stop. */
const stepsBefore = 12;

/** Everybody goes on until the line breaks. */
export async function stopUnderLoad(server: ServerProcess, folder: string, members: number): Promise<Stopped> {
  const door = frontDoor(server.url, null);
  const secretary = await door.signIn('mishu1', demoPassword);
  const { meeting, tickets } = await door.clone(secretary, 'demo', members);
  const passes = [];
  for (const ticket of tickets) passes.push({ person: ticket.person, cookie: await door.redeem(ticket) });
  const everybody = passes.map((pass) => attendee(server.url, meeting, pass));
  const typists: Typist[] = [];
  try {
    await Promise.all(everybody.map((one) => one.join()));
    const { chair, members: comers } = castOf(everybody);
    for (const one of comers) await must(one, { type: 'CheckIn' });
    await must(chair, { type: 'OpenMeeting' });
    const state = chair.picture().state;
    const floor =
      state.phase === 'notConvened' ? undefined : state.agenda.stages.find(({ speechKind }) => speechKind === 'openFloorSpeech');
    if (floor) await must(chair, { type: 'MoveToStage', stageId: floor.stageId });
    const desk = { url: server.url, document: await door.minutesDocument(secretary, meeting), seen: seenBy(0) };
    const writers = [{ person: everybody[0]?.person ?? chair.person, cookie: secretary }];
    typists.push(...writers.map((pass, place) => typist(desk, pass, randomFrom(place + 1))));
    await Promise.all(typists.map(({ synced }) => synced));

    const under = { way: true };
    const enough = Promise.withResolvers<void>();
    let steps = 0;
    const step = (): void => {
      steps += 1;
      if (steps === stepsBefore * comers.length) enough.resolve();
    };
    for (const [place, one] of comers.entries()) void speak(one, place, under, step);
    for (const [place, one] of typists.entries()) void write(one, place + 1, under);
    await enough.promise;
    const told = await listener(server.url, secretary);
    const began = performance.now();
    const ended = await server.stop();
    const ms = performance.now() - began;
    under.way = false;
    return { ended, ms, told: told(), ...judge(join(folder, 'xieshang.sqlite'), desk.document, everybody, typists) };
  } finally {
    for (const one of [...everybody, ...typists]) one.leave();
  }
}

/** A page that only listens; answers with what it was told at the end. */
async function listener(url: string, cookie: string): Promise<() => string | null> {
  const socket = io(`${url}/meeting`, { transports: ['websocket'], extraHeaders: { cookie }, forceNew: true, reconnection: false });
  let told: string | null = null;
  socket.on('bye', ({ reason }: { readonly reason: string }) => (told = reason));
  await new Promise<void>((resolve, reject) => void socket.once('connect', resolve).once('connect_error', reject));
  return () => {
    socket.disconnect();
    return told;
  };
}

/** Asks for the floor and takes it back, again and again. */
async function speak(one: Attendee, place: number, under: { readonly way: boolean }, step: () => void): Promise<void> {
  for (let turn = 1; under.way; turn += 1) {
    const id = requestId(`stop-${place}-${turn}`);
    await one.send({ type: 'RequestFloor', requestId: id, kind: 'openFloorSpeech' });
    await one.send({ type: 'WithdrawRequest', requestId: id });
    step();
    // Ten commands a second are allowed to each.
    await pause(250);
  }
}

/** Sentence after sentence, each like no other, so that each receipt can be held against the disk. */
async function write(one: Typist, number: number, under: { readonly way: boolean }): Promise<void> {
  for (let turn = 1; under.way; turn += 1) {
    const text = `〔${number}.${turn}〕停止以前写的。`;
    one.write({ kind: 'paragraph', text, mark: text });
    await pause(60);
  }
}

function judge(database: string, document: string, everybody: readonly Attendee[], typists: readonly Typist[]) {
  const db = new DatabaseSync(database, { readOnly: true, timeout: 5000 });
  try {
    const answered = db.prepare('select seq from commands where command_id = ?');
    const commands = everybody.flatMap(({ sent }) => sent).filter(({ answer }) => answer.ok);
    const lostCommands = commands.filter(({ id, answer }) => !answer.ok || answered.get(id)?.['seq'] !== answer.seq).length;
    const doc = new Y.Doc({ gc: false });
    for (const { bytes } of db.prepare('select bytes from minutes_updates where document = ? order by seq').all(document))
      if (bytes instanceof Uint8Array) Y.applyUpdate(doc, bytes);
    const { letters } = contentOf(doc);
    doc.destroy();
    // Receipts come in the order of the strokes.
    const marks = typists.flatMap(({ strokes: done, receipts }) =>
      done.slice(0, receipts.samples().length).flatMap(({ mark }) => (mark === null ? [] : [mark])),
    );
    const lostMarks = marks.filter((mark) => !letters.includes(mark)).length;
    return { acked: commands.length, sentences: marks.length, lost: lostCommands + lostMarks };
  } finally {
    db.close();
  }
}
