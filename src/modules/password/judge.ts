import { Worker } from 'node:worker_threads';
import { type PasswordContext, type PasswordVerdict, refusalBeforeGuessing } from './password.ts';
import { refusePassword } from './refusals.ts';

export type PasswordJudge = {
  /** What `judgePassword` says, without keeping other requests waiting. Refuses `busy` when too many wait. */
  judge(password: string, context: PasswordContext): Promise<PasswordVerdict>;
  /** Ends the thread; whoever still waits for it gets an error. */
  close(): Promise<void>;
};

/** What the thread is asked, and what it answers. */
export type Question = { id: number; password: string; context: PasswordContext };
export type Ruling = { id: number; verdict: PasswordVerdict };

type Waiting = { resolve: (verdict: PasswordVerdict) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; waiting: Map<number, Waiting>; rest: NodeJS.Timeout | undefined };

/** A verdict takes a few milliseconds, so a full line has mostly passed after so long. */
const retryAfterSeconds = 2;

/**
 * Judges in a thread of its own, because the dictionaries take 0.3 s to read and 65 MB to hold: it starts with the first password that needs them and ends
 * when none has come for `idleMilliseconds`. Passwords that are refused for their length or characters do not need it.
 */
export function createPasswordJudge({ idleMilliseconds = 60_000, most = 256 } = {}): PasswordJudge {
  let current: Thread | undefined;
  let last = 0;

  /** A thread that ended by itself takes the questions it had with it; the next one gets another thread. */
  function begin(): Thread {
    const worker = new Worker(new URL('./judge.worker.ts', import.meta.url), { execArgv: [], argv: [] });
    const thread: Thread = { worker, waiting: new Map(), rest: undefined };
    const end = (error: Error) => {
      if (current === thread) current = undefined;
      clearTimeout(thread.rest);
      for (const { reject } of thread.waiting.values()) reject(error);
      thread.waiting.clear();
    };
    worker.on('message', ({ id, verdict }: Ruling) => {
      thread.waiting.get(id)?.resolve(verdict);
      thread.waiting.delete(id);
      if (thread.waiting.size === 0) sleep(thread);
    });
    worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', (code) => end(new Error(`The thread that judges passwords ended with code ${code}.`)));
    return thread;
  }

  /** Nobody waits: the thread keeps no process from ending, and ends itself after a while. */
  function sleep(thread: Thread): void {
    thread.worker.unref();
    thread.rest = setTimeout(() => {
      if (current === thread) current = undefined;
      void thread.worker.terminate();
    }, idleMilliseconds).unref();
  }

  function ask(password: string, context: PasswordContext): Promise<PasswordVerdict> {
    current ??= begin();
    const { worker, waiting, rest } = current;
    if (waiting.size >= most) throw refusePassword('busy', { retryAfterSeconds });
    clearTimeout(rest);
    worker.ref();
    const id = ++last;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, password, context } satisfies Question);
    });
  }

  return {
    async judge(password, context) {
      return refusalBeforeGuessing(password, context) ?? ask(password, context);
    },
    async close() {
      await current?.worker.terminate();
    },
  };
}
