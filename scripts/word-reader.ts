// Knows which programs open the Word and Excel files that tests look at, and fetches them where it can; the tests say when they are missing.
import { spawnSync } from 'node:child_process';
import { install, mayInstall } from './debian.ts';

const programs = [
  ['soffice', 'libreoffice-writer-nogui'],
  ['localc', 'libreoffice-calc-nogui'],
  ['pdftotext', 'poppler-utils'],
] as const;

const isThere = (program: string): boolean => spawnSync('which', [program]).status === 0;
const hasChineseFont = (): boolean => spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim() !== '';

/** LibreOffice, a reader of PDF, and a Chinese typeface: without one every line breaks elsewhere. */
export function fetchWordReader(): void {
  const missing = programs.filter(([program]) => !isThere(program)).map(([, name]) => name);
  if (missing.length === 0 && hasChineseFont()) return;
  if (!mayInstall()) return;
  console.log('正在用 apt-get 安装 LibreOffice 和中文字体……');
  install([...missing, 'fontconfig', 'fonts-noto-cjk']);
}
