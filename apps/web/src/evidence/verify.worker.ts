// Runs beside the page: checks one bundle, then is done. Knows nothing else.
import { verifyBundle } from '@xieshang/record/verify';
import type { Asked } from './beside.ts';
import { pageTools } from './tools.ts';

addEventListener('message', ({ data: { bytes, wanted } }: MessageEvent<Asked>) => postMessage(verifyBundle(bytes, pageTools, wanted)));
