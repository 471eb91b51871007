// Knows what a sheet says of how a secret vote was kept secret, be it over recommendations or over persons; not what came of it.
import type { SecretCounts, SecretVote } from '@xieshang/meeting';
import { timeText } from '@xieshang/minutes';
import { memberName, type Held, type Source } from './occasion.ts';
import { cells, type Row } from './sheet.ts';

type CountedVote = Extract<SecretVote, { phase: 'counted' }>;

/** What was published of it; undefined of a vote that was not secret. */
export function countedVote({ secretVotes }: Held, secret: SecretCounts | undefined): CountedVote | undefined {
  const vote = secret && (Object.hasOwn(secretVotes, secret.voteId) ? secretVotes[secret.voteId] : undefined);
  return vote?.phase === 'counted' ? vote : undefined;
}

const receipts = { hash: '凭票的散列核对', tag: '凭标记词逐票核对' } as const;

/** V40, V48. Who took part is a number here: names would stand beside choices. */
export function secretRows({ meeting, committee }: Source, secret: SecretCounts | undefined): readonly Row[] {
  const vote = countedVote(meeting, secret);
  if (!vote) return [];
  const { keys, receipt, destroyedAt, count } = vote;
  const custody =
    keys.custody === 'server'
      ? '计票密钥由服务器保管'
      : `计票密钥由监票人${keys.holders.map(({ person }) => memberName(meeting, person)).join('、')}分别保管，任意两人开启`;
  return [
    cells('参加投票', `${count.participants.length}人（不记录谁投了什么）`),
    cells('保密', `${custody}；${receipts[receipt]}`),
    cells('选票销毁', destroyedAt === null ? '尚未销毁' : `选票和密钥已于${timeText(destroyedAt, committee.zone)}销毁`),
  ];
}
