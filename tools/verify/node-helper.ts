import { parentPort } from 'node:worker_threads';
import { answerTo } from './hands.ts';
import type { Question } from './work.ts';
import { nodeMeans } from './node-means.ts';

const means = nodeMeans();

parentPort?.on('message', (question: Question) => {
  void answerTo(question, means).then((answer) => parentPort?.postMessage(answer));
});
