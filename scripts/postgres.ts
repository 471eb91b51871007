// Knows which PostgreSQL the store's contract is tested on, and fetches it where it can; the tests say when it is missing.
import { globSync } from 'node:fs';
import { install, mayInstall } from './debian.ts';

export function fetchPostgres(): void {
  if (globSync('/usr/lib/postgresql/*/bin/initdb').length > 0 || !mayInstall()) return;
  console.log('正在用 apt-get 安装 PostgreSQL……');
  install(['postgresql']);
}
