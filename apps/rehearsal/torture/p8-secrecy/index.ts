// P8: secret votes in a known order of casting, and then every byte the server has left is searched for who voted how.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { motionId, voteId, type Command, type Meeting, type SecretVote } from '@xieshang/meeting';
import { ballotHash, receiptFailure, type Mark, type SealedVote } from '@xieshang/protocol/sealed';
import type { Attendee } from '../../src/attendee.ts';
import { must, stateOf } from '../../src/course.ts';
import { frontDoor } from '../../src/front-door.ts';
import { gather, onTheFloor } from '../../src/gathering.ts';
import { ownServer, type OwnServer } from '../../src/own-server.ts';
import { randomFrom, type Random } from '../../src/prose.ts';
import { comes } from '../in-time.ts';
import type { Failure, Outcome, Programme, Size } from '../programme.ts';
import type { Account, Cast, Receipt } from './account.ts';
import { beyondChance, chanceSpread, followingOf, tau } from './order.ts';
import { seal } from './page.ts';
import { backUp, bundleOf, countLeft, placesOnDisk, readKeys, searchAll, searchOpenBackup, type Traces } from './traces.ts';
import { voter, type Voter } from './voter.ts';

interface Course {
  readonly votes: number;
  readonly voters: number;
  /** Of so many votes one is looked at byte by byte while it is open and after; another has the server killed at its close. */
  readonly searchEvery: number;
  readonly killEvery: number;
}

const sizes = {
  short: { votes: 6, voters: 12, searchEvery: 3, killEvery: 4 },
  full: { votes: 200, voters: 30, searchEvery: 40, killEvery: 60 },
} as const satisfies Record<Size, Course>;

const marks: readonly Mark[] = ['approve', 'oppose', 'abstain'];
const demoPassword = 'xieshang-demo';

export const secrecy: Programme = {
  name: 'P8',
  title: '无记名投票：已知先后投出的票，再逐字节搜查服务器留下的一切',
  run: async (size, seed) => {
    const place = await mkdtemp(join(tmpdir(), 'xieshang-p8-'));
    const server = await ownServer({ dataDir: join(place, 'data'), env: { LOG_LEVEL: 'debug', METRICS_TOKEN: 'p8' } });
    try {
      return await torment(server, join(place, 'backups'), sizes[size], randomFrom(seed), size);
    } finally {
      await server.end();
      await rm(place, { recursive: true, force: true });
    }
  },
};

async function torment(server: OwnServer, backups: string, course: Course, random: Random, size: Size): Promise<Outcome> {
  const account: Account = {
    ...{ wrong: [], casts: [], privateKeys: [], taus: { storage: [], hashes: [], list: [] } },
    frames: { tag: new Set(), hash: new Set() },
    ...{ seenWhileOpen: 0, leftAfter: 0, kills: 0, said: '' },
  };
  const door = frontDoor(server.url, null);
  const occasion = { url: server.url, door, account: 'mishu1', password: demoPassword, original: 'demo', members: course.voters };
  const { everybody, admitted, meeting, secretary, leave } = await gather({ ...occasion, patience: { firstMs: 50, lastMs: 200 } });
  try {
    await Promise.all(everybody.map((one) => one.join()));
    const { chair, members } = await onTheFloor(everybody);
    for (const one of everybody) if (one !== chair) one.leave();
    const names = new Set<string>(members.map(({ person }) => person));
    const passes = admitted.filter(({ person }) => names.has(person));
    const voters = await Promise.all(passes.map((pass) => voter(server.url, meeting, pass)));
    for (let vote = 0; vote < course.votes; vote += 1)
      await holdVote({ server, backups, course, random, account, chair, voters, meeting }, vote);
    for (const one of voters) one.leave();
    const metrics = await (await fetch(`${server.url}/metrics`, { headers: { authorization: 'Bearer p8' } })).text();
    const bundle = await bundleOf(server.url, meeting, secretary);
    chair.leave();
    const backup = await backUp(server.dataDir, backups);
    account.said += (await server.stop()).said;
    const traces = { dataDir: server.dataDir, backup, bundle, metrics, meeting, voters: names };
    return verdict({ account, course, size, traces });
  } finally {
    leave();
  }
}

interface Voting {
  readonly server: OwnServer;
  readonly backups: string;
  readonly course: Course;
  readonly random: Random;
  readonly account: Account;
  readonly chair: Attendee;
  readonly voters: readonly Voter[];
  readonly meeting: string;
}

async function holdVote(voting: Voting, place: number): Promise<void> {
  const { server, backups, course, random, account, chair, voters, meeting } = voting;
  const id = voteId(`p8-${String(place).padStart(4, '0')}`);
  const motion = motionId(`m${(place % 9) + 1}`);
  const receipt: Receipt = place % 4 === 3 ? 'hash' : 'tag';
  const terms = { form: 'secret', voteId: id, receipt, custody: 'server', change: 'never' } as const;
  const put = { motionIds: [motion], terms };
  await applied(chair, place < 9 ? { type: 'OpenVoting', ...put } : { type: 'RepeatVoting', reason: '再投一次', ...put });
  const vote = voteIn(chair, id);
  const sealed = sealedVoteOf(vote);
  account.privateKeys.push(...readKeys(server.dataDir));
  const casts: Cast[] = [];
  for (const one of shuffled(voters, random)) {
    const mark = marks[Math.floor(random() * marks.length)] ?? 'abstain';
    const page = seal(sealed, mark);
    const before = one.frames.length;
    const answer = await one.give({ type: 'CastSealedBallot', voteId: id, revision: 1, ciphertext: page.ciphertext });
    for (const length of one.frames.slice(before)) account.frames[receipt].add(length);
    const accepted = { meeting, vote: id, hash: ballotHash(page.ciphertext) };
    const isSigned = answer.ok && answer.receipt && receiptFailure(accepted, answer.receipt, null) === null;
    if (!isSigned) account.wrong.push(`第 ${place + 1} 次投票：${answer.ok ? '回执不成立' : answer.refusal.type}`);
    casts.push({ person: one.person, mark, tag: page.tag, ciphertext: page.ciphertext });
  }
  account.casts.push(...casts);
  account.taus.storage.push(tau(placesOnDisk(server.dataDir, casts)));
  const isSearched = place % course.searchEvery === 0;
  if (isSearched) {
    account.seenWhileOpen += countLeft(server.dataDir, casts);
    await searchOpenBackup(server.dataDir, backups, casts, account);
  }
  await applied(chair, { type: 'CloseVoting', motionIds: [motion] });
  if (place % course.killEvery === course.killEvery - 1) {
    account.said += (await server.kill()).said;
    account.kills += 1;
    await server.restart();
  }
  const isDestroyed = await comes(() => isGone(voteIn(chair, id)), 5);
  if (!isDestroyed) account.wrong.push(`第 ${place + 1} 次投票：票和密钥没有销毁`);
  if (readKeys(server.dataDir).length > 0) account.wrong.push(`第 ${place + 1} 次投票：密钥文件还在`);
  if (isSearched) account.leftAfter += countLeft(server.dataDir, casts);
  judgeCount(voteIn(chair, id), casts, account, place);
}

/** Put, and seen by the one who put it. */
async function applied(chair: Attendee, body: Command): Promise<void> {
  const { answer } = await must(chair, body);
  if (answer.ok) await chair.applied(answer.seq);
}

/** What is published adds up to what was cast, and lies in an order that has nothing to do with it. */
function judgeCount(vote: SecretVote, casts: readonly Cast[], { wrong, taus }: Account, place: number): void {
  if (vote.phase !== 'counted') return void wrong.push(`第 ${place + 1} 次投票没有计票：${vote.phase}`);
  const { tallies, spoilt, hashes, list, returned } = vote.count;
  const counted = marks.map((mark) => Object.values(tallies).reduce((sum, one) => sum + one[mark], 0)).join(' ');
  const cast = marks.map((mark) => casts.filter((one) => one.mark === mark).length).join(' ');
  if (counted !== cast || spoilt > 0 || returned !== casts.length) wrong.push(`第 ${place + 1} 次投票：投出 ${cast}，计得 ${counted}`);
  taus.hashes.push(tau(casts.map(({ ciphertext }) => hashes.indexOf(ballotHash(ciphertext)))));
  if (!list) return;
  const byTag = new Map(list.map(({ tag, mark }, at) => [tag, { at, mark }]));
  if (casts.some(({ tag, mark }) => byTag.get(tag)?.mark !== mark)) wrong.push(`第 ${place + 1} 次投票：有人在公布的名单上找不到自己的票`);
  taus.list.push(tau(casts.map(({ tag }) => byTag.get(tag)?.at ?? 0)));
}

function voteIn(chair: Attendee, id: SecretVote['voteId']): SecretVote {
  const state: Meeting = chair.picture().state;
  const vote = state.phase === 'notConvened' ? undefined : state.secretVotes[id];
  if (!vote) throw new Error(`${stateOf(chair).phase}: there is no vote ${id}`);
  return vote;
}

const isGone = (vote: SecretVote): boolean => 'destroyedAt' in vote && vote.destroyedAt !== null;

function sealedVoteOf({ voteId: id, keys, receipt, paper }: SecretVote): SealedVote {
  if (keys.custody !== 'server') throw new Error('not in the server’s custody');
  return { voteId: id, keys, receipt, ...paper };
}

function shuffled<One>(all: readonly One[], random: Random): readonly One[] {
  const left = [...all];
  return all.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}

interface Found {
  readonly account: Account;
  readonly course: Course;
  readonly size: Size;
  readonly traces: Traces;
}

function verdict({ account, course, size, traces }: Found): Outcome {
  const { wrong, casts, taus, frames } = account;
  const { left, inLogs, ties } = searchAll(account, traces);
  // Ballots with a tag and without differ for everybody alike; within either no choice shows in a length.
  for (const [receipt, lengths] of Object.entries(frames))
    if (lengths.size !== 1) wrong.push(`回执为 ${receipt} 的帧有 ${lengths.size} 种长度`);
  const limit = size === 'full' ? 0.05 : beyondChance(course.voters, course.votes);
  const orders = { storage: followingOf(taus.storage), hashes: followingOf(taus.hashes), list: followingOf(taus.list) };
  for (const [name, { drift }] of Object.entries(orders))
    if (drift >= limit) wrong.push(`${name} 的次序跟着投出的次序：${drift.toFixed(3)}`);
  return {
    figures: {
      votes: course.votes,
      voters: course.voters,
      ballots: casts.length,
      kills: account.kills,
      foundWhileOpen: account.seenWhileOpen,
      left,
      inLogs,
      ties,
      ...{ tagFrameSizes: frames.tag.size, hashFrameSizes: frames.hash.size },
      ...Object.fromEntries(
        Object.entries(orders).flatMap(([name, { drift, spread }]) => [
          [`${name}MeanTau`, Number(drift.toFixed(4))],
          [`${name}MeanAbsTau`, Number(spread.toFixed(4))],
        ]),
      ),
      chanceMeanAbsTau: Number(chanceSpread(course.voters).toFixed(4)),
    },
    failures: wrong.map((sentence): Failure => ({ seed: null, sentence })),
  };
}
