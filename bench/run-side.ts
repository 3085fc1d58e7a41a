import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { RoundResult, Side } from './side.ts';

type Message = { readonly isReady: true } | { readonly result: RoundResult } | { readonly error: string };

/** A side with the process that it runs in. */
export class RunningSide {
  readonly #side: Side;
  #child: ChildProcess | undefined;

  constructor(side: Side) {
    this.#side = side;
  }

  /** Runs one round. Rejects with what the process said when it fails. */
  async round(): Promise<RoundResult> {
    const child = this.#child ?? (await this.#start());
    const answer = messageOf(child);
    child.send({});
    const message = await answer;
    if (this.#side.isFresh) await this.stop();
    if (!('result' in message)) throw new Error(`${this.#side.module} answered without a result.`);
    return message.result;
  }

  /** Resolves when the process is gone. */
  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child?.connected) return;
    const gone = once(child, 'exit');
    child.disconnect();
    await gone;
  }

  async #start(): Promise<ChildProcess> {
    const { module, options, heap } = this.#side;
    const execArgv = heap === undefined ? [] : [`--max-old-space-size=${heap}`];
    // What a side prints (a peer's advice) does not belong into the table.
    const stdio = ['ignore', 'ignore', 'inherit', 'ipc'] as const;
    const child = fork(join(import.meta.dirname, 'side-process.ts'), [module, JSON.stringify(options ?? null)], {
      execArgv,
      stdio: [...stdio],
    });
    this.#child = child;
    await messageOf(child);
    return child;
  }
}

function messageOf(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const onMessage = (message: Message) => {
      child.off('exit', onExit);
      if ('error' in message) reject(new Error(message.error));
      else resolve(message);
    };
    const onExit = (code: number | null, signal: string | null) => {
      child.off('message', onMessage);
      reject(new Error(`its process ended with ${signal ?? code}`));
    };
    child.once('message', onMessage);
    child.once('exit', onExit);
  });
}
