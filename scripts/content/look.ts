import { parentPort, workerData } from 'node:worker_threads';
import { allProblems } from './all.ts';
import { readEverything } from './content.ts';

// Looks through all texts in a thread of its own: of 1,000 texts it takes a second, in which no page would be served.
parentPort?.postMessage(allProblems(readEverything(workerData as string)));
