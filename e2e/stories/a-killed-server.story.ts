// kill -9 in the middle of a vote, twenty times: what was acknowledged is there, once, and the page comes back by itself.
import { cast, checkIn, expectConnected, expectCounted, expectResult, goToStage, press } from '../acts.ts';
import { expect, member, moderator, quietMembers, test } from '../cast.ts';
import { attending, type Choice, type QuietMember, type Told } from '../quiet-members.ts';

const kills = 20;
const choices: readonly Choice[] = ['approve', 'oppose', 'abstain'];
/** ms from the server's first answer to a page that is live again. */
const backWithin = 3000;

/** The parts of a stored event that this story reads. */
interface Stored {
  readonly type: string;
  readonly command: string;
  readonly by: string;
  readonly payload: { readonly choice?: Choice };
}

const votesIn = (events: readonly Told[]): readonly Stored[] =>
  events.flatMap((event) => ('bytes' in event ? [JSON.parse(event.bytes) as Stored] : [])).filter(({ type }) => type === 'VoteCast');

test('a killed server', async ({ setUp }) => {
  test.setTimeout(300_000);
  const stage = await setUp();
  const phone = await member(stage, 1, { phone: true });
  await checkIn(phone);
  const quiet = await quietMembers(stage, attending(18, 1));
  for (const one of quiet) await one.checkIn();
  const chair = await moderator(stage);
  await press(chair, '开会');
  await goToStage(chair, '表决');
  await press(chair, '开始表决');
  await cast(phone, '赞成');

  /** Every acknowledged command and what it said; the last one of each voter must be what counts. */
  const acknowledged = new Map<string, { readonly voter: string; readonly choice: Choice }>();
  const latest = new Map<string, Choice>();
  const vote = async (one: QuietMember, round: number, at: number): Promise<void> => {
    const choice = choices[(round + at) % choices.length] ?? 'approve';
    const id = `kill-${round}-${one.account}`;
    const answer = await one.send('CastVote', { motionId: 'm1', choice }, id);
    expect(answer.ok).toBe(true);
    acknowledged.set(id, { voter: one.account, choice });
    latest.set(one.account, choice);
  };

  for (let round = 1; round <= kills; round += 1) {
    await test.step(`kill ${round}`, async () => {
      const phoneChoice = round % 2 === 0 ? '赞成' : '反对';
      await press(phone, phoneChoice);
      const [early, late] = [quiet.filter((_, at) => at % 2 === 0), quiet.filter((_, at) => at % 2 === 1)];
      const votes = early.map((one, at) => vote(one, round, at));
      await press(phone, '确认提交');
      // The first acknowledgement is the moment: more votes are sent, and cut off on the way, in the commit, or before the answer.
      await Promise.race(votes);
      votes.push(...late.map((one, at) => vote(one, round, at)));
      for (let turn = 0; turn < round % 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      await stage.kill9();
      await expect(phone.getByText('已连接', { exact: true })).toBeHidden();
      await stage.restart();
      await expectConnected(phone, backWithin);
      await Promise.all(votes);
      await expectCounted(phone, phoneChoice);
    });
  }

  await test.step('the log holds every acknowledged vote exactly once', async () => {
    // An open vote is told to nobody but the voter: each asks for their own.
    const votes = (await Promise.all(quiet.map((one) => one.eventsAfter(1)))).flatMap(votesIn);
    expect(votes).toHaveLength(acknowledged.size);
    for (const [command, { voter, choice }] of acknowledged) {
      expect(votes.filter((stored) => stored.command === command)).toMatchObject([{ by: voter, payload: { choice } }]);
    }
    for (const [voter, choice] of latest) expect(votes.findLast(({ by }) => by === voter)?.payload.choice).toBe(choice);
  });

  await test.step('the count is that of the last acknowledged votes', async () => {
    await press(chair, '结束表决');
    const count = (choice: Choice, own: number): number => [...latest.values()].filter((one) => one === choice).length + own;
    const [approve, oppose, abstain] = [count('approve', 1), count('oppose', 0), count('abstain', 0)];
    await expectResult(chair, 1, [approve, oppose, abstain, 0], approve > 16 ? '通过' : '未通过 · 转继续研究');
  });
});
