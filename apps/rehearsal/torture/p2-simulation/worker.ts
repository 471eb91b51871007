// A thread that runs a stretch of seeds and hands back their sum. Knows nothing of the other threads.
import { parentPort, workerData } from 'node:worker_threads';
import { runSeeds, type Stretch } from './stretch.ts';

parentPort?.postMessage(await runSeeds(workerData as Stretch));
