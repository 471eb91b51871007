// Knows what a version is called and when it was; not what stands in it.
import type { Roll } from '@xieshang/meeting';
import type { Version } from '../../../http/history.ts';
import { historyWords as words } from '../../../words/zh/minutes-history.ts';
import { timeOf, whoIs } from './who.ts';

export function versionName(version: Version): string {
  switch (version.kind) {
    case 'named':
      return version.name;
    case 'begun':
      return words.begun;
    case 'interval':
      return words.interval;
    case 'moment':
      return version.moment.kind === 'stage' ? words.stage(version.moment.name) : words.moments[version.moment.kind];
  }
}

/** Who named it and when, or when it was. */
export const versionTime = (version: Version, roll: Roll, today: number): string =>
  version.kind === 'named' ? words.namedBy(whoIs(roll, version.by), timeOf(version.at, today)) : timeOf(version.at, today);

/** Names it among all, also when others read alike. */
export const versionKey = (version: Version): string =>
  `${version.kind} ${version.kind === 'named' ? version.id : version.at} ${version.seq}`;
