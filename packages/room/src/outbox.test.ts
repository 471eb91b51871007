import { commandId, meetingId, personId, type Command, type PersonId } from '@xieshang/meeting';
import { li, m1, mishu, plan, t0, wang, zhuchi } from '@xieshang/meeting/testing';
import type { Answer } from '@xieshang/protocol';
import { expect, test } from 'vitest';
import type { Pending } from './picture.ts';
import { createReplica, type Outbox } from './replica.ts';
import { openStage, type Participant, type Stage } from './testing/stage.ts';

const meeting = meetingId('small');
const approve: Command = { type: 'CastVote', motionId: m1, choice: 'approve' };
const oppose: Command = { type: 'CastVote', motionId: m1, choice: 'oppose' };

/** A browser's storage: outlives the pages. */
function shelf(): Outbox & { readonly kept: Map<PersonId, readonly Pending[]> } {
  const kept = new Map<PersonId, readonly Pending[]>();
  const of = (you: PersonId): readonly Pending[] => kept.get(you) ?? [];
  return {
    kept,
    holds: ({ type }) => type === 'CastVote',
    unanswered: of,
    keep: (you, one) => void kept.set(you, [...of(you), one]),
    forget: (you, { id }) =>
      void kept.set(
        you,
        of(you).filter((one) => one.id !== id),
      ),
  };
}

async function voting(): Promise<Stage> {
  const stage = await openStage(meeting, t0);
  await stage.submit(mishu, { type: 'ConveneMeeting', plan: plan() });
  for (const person of [li, wang]) await stage.submit(person, { type: 'CheckIn' });
  await stage.submit(zhuchi, { type: 'OpenMeeting' });
  await stage.submit(zhuchi, { type: 'OpenVoting', motionIds: [m1] });
  return stage;
}

/** A page in that person's browser, up to date. */
async function page(stage: Stage, outbox: Outbox, person = li): Promise<Participant> {
  const one = stage.participant(person, outbox);
  one.join();
  await stage.calm();
  return one;
}

const votesOf = async (stage: Stage): Promise<number> =>
  (await stage.log.log.read(meeting, 0)).filter(({ bytes }) => bytes.includes('"VoteCast"')).length;

test('law 3: a ballot that was never answered goes out from the next page, under its own id, and counts once', async () => {
  const stage = await voting();
  const outbox = shelf();
  const first = await page(stage, outbox);
  void first.replica.send(approve);
  first.wire.lose('up', 0);
  first.wire.drop();
  const next = await page(stage, outbox);
  expect(await votesOf(stage)).toBe(1);
  expect(next.replica.picture()).toMatchObject({ pending: [], answered: [{ body: approve, answer: { ok: true } }] });
  expect(outbox.kept.get(li)).toEqual([]);
});

test('law 3: a ballot whose answer was lost is answered alike and has one effect', async () => {
  const stage = await voting();
  const outbox = shelf();
  const first = await page(stage, outbox);
  void first.replica.send(approve);
  first.wire.carryUp();
  await stage.hands.settle();
  first.wire.drop();
  expect(await votesOf(stage)).toBe(1);
  expect(outbox.kept.get(li)?.length).toBe(1);
  const next = await page(stage, outbox);
  expect(await votesOf(stage)).toBe(1);
  expect(next.replica.picture().answered.map(({ answer }) => answer.ok)).toEqual([true]);
});

test('a ballot is kept from the moment it is sent until it is answered, and no longer', async () => {
  const stage = await voting();
  const outbox = shelf();
  const { replica } = await page(stage, outbox);
  void replica.send(approve);
  expect(outbox.kept.get(li)?.map(({ body }) => body)).toEqual([approve]);
  await stage.calm();
  expect(outbox.kept.get(li)).toEqual([]);
});

test('a ballot that came too late says so on the page that finds it', async () => {
  const stage = await voting();
  const outbox = shelf();
  const first = await page(stage, outbox);
  void first.replica.send(approve);
  first.wire.drop();
  await stage.submit(zhuchi, { type: 'CloseVoting', motionIds: [m1] });
  const { replica } = await page(stage, outbox);
  expect(replica.picture().answered).toMatchObject([{ body: approve, answer: { ok: false, refusal: { type: 'VotingIsClosed' } } }]);
  expect(outbox.kept.get(li)).toEqual([]);
});

test('what the outbox does not hold ends with the page', async () => {
  const stage = await voting();
  const outbox = shelf();
  const first = await page(stage, outbox);
  void first.replica.send({ type: 'CheckIn' });
  expect(outbox.kept.get(li) ?? []).toEqual([]);
});

test('nobody is given the ballot of another person', async () => {
  const stage = await voting();
  const outbox = shelf();
  const first = await page(stage, outbox);
  void first.replica.send(approve);
  first.wire.drop();
  const other = await page(stage, outbox, wang);
  expect(other.replica.picture()).toMatchObject({ you: wang, pending: [], answered: [] });
  expect(await votesOf(stage)).toBe(0);
  expect(outbox.kept.get(li)?.length).toBe(1);
});

test('a page on which somebody else has signed in sends nothing in the name of that person', async () => {
  const stage = await voting();
  const outbox = shelf();
  const [mine, other] = [stage.participant(li).wire, stage.participant(wang).wire];
  mine.connect();
  let line = mine.line;
  const replica = createReplica({
    ...{ meeting, outbox, now: () => t0, newCommandId: () => commandId('c-1'), changed: () => undefined, later: () => undefined },
    line: { hello: (seq) => line.hello(seq), command: (id, body) => line.command(id, body) },
  });
  void replica.connected();
  await stage.calm();
  const answers: Answer[] = [];
  void replica.send(oppose).then((answer) => answers.push(answer));
  mine.drop();
  other.connect();
  line = other.line;
  void replica.connected();
  await stage.calm();
  expect(replica.picture()).toMatchObject({ you: personId(wang), pending: [] });
  expect(await votesOf(stage)).toBe(0);
  expect(answers).toEqual([{ ok: false, refusal: { type: 'SignInRequired' } }]);
  expect(outbox.kept.get(li)?.length).toBe(1);
});
