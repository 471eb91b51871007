// Knows how fault programmes are asked for in words; runs none of them.
import { programmeNames, type ProgrammeName, type Size } from './programme.ts';

export interface Torture {
  readonly do: 'torture';
  readonly programmes: readonly ProgrammeName[];
  readonly size: Size;
  /** Where the seeds begin. */
  readonly seed: number;
  /** How many seeds, where a programme counts by seeds; null: as many as its size says. */
  readonly seeds: number | null;
}

export interface Replay {
  readonly do: 'replay';
  readonly programme: ProgrammeName;
  readonly seed: number;
}

export const usage = `用法：
  npm run torture                    全部故障测试，每项打印一行 JSON
  npm run torture -- P2 P3           只做这几项（${programmeNames.join('、')}）
  npm run torture -- --short         小规模（npm test 里的规模）
  npm run torture -- --seed 1000     随机种子从 1000 开始
  npm run torture -- P2 --seeds 50000  种子多试一些（夜间）
  npm run replay -- P2:1017          重放一个失败的种子`;

const nameOf = (word: string): ProgrammeName | undefined => programmeNames.find((name) => name === word.toUpperCase());
const isSeed = (word: string | undefined): word is string => word !== undefined && /^\d{1,9}$/.test(word);

/** What is meant, or one sentence saying what is wrong with it. */
export function readAsked([verb, ...words]: readonly string[]): Torture | Replay | { readonly wrong: string } {
  if (verb === 'torture') return readTorture(words);
  if (verb === 'replay') return readReplay(words);
  return { wrong: `要写明做什么：torture 或 replay，现在是“${verb ?? ''}”。` };
}

function readReplay(words: readonly string[]): Replay | { readonly wrong: string } {
  const [word = '', ...more] = words;
  const [name = '', seed] = word.split(':');
  const programme = nameOf(name);
  if (!programme || !isSeed(seed) || more.length > 0) return { wrong: `重放要写明一个种子，例如 P2:1017，现在是“${words.join(' ')}”。` };
  return { do: 'replay', programme, seed: Number(seed) };
}

function readTorture(words: readonly string[]): Torture | { readonly wrong: string } {
  const programmes: ProgrammeName[] = [];
  let size: Size = 'full';
  let seed = 1;
  let seeds: number | null = null;
  const left = [...words];
  for (let word = left.shift(); word !== undefined; word = left.shift()) {
    const programme = nameOf(word);
    if (programme) programmes.push(programme);
    else if (word === '--short') size = 'short';
    else if (word === '--seed') {
      const number = left.shift();
      if (!isSeed(number)) return { wrong: `--seed 应为不超过九位的整数，现在是“${number ?? ''}”。` };
      seed = Number(number);
    } else if (word === '--seeds') {
      const number = left.shift();
      if (!isSeed(number) || Number(number) === 0) return { wrong: `--seeds 应为不超过九位的正整数，现在是“${number ?? ''}”。` };
      seeds = Number(number);
    } else return { wrong: `看不懂“${word}”。` };
  }
  return { do: 'torture', programmes: programmes.length > 0 ? programmes : programmeNames, size, seed, seeds };
}
