import { parentPort } from 'node:worker_threads';
import type { Question, Ruling } from './judge.ts';
import { judgePassword } from './password.ts';

parentPort?.on('message', ({ id, password, context }: Question) => {
  parentPort?.postMessage({ id, verdict: judgePassword(password, context) } satisfies Ruling);
});
