import { constants } from "node:os";
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from "node:worker_threads";

export interface LinkSettings {
  readonly words: readonly string[];
  readonly folder: string;
  /** Told what the program writes to standard error. */
  readonly log: (text: string) => void;
  readonly lineBytes: number;
  readonly logBytes: number;
}

/** What came in place of an answer, or the answer. */
export type Arrived =
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "late" }
  | { readonly kind: "gone"; readonly why: string }
  | { readonly kind: "broken"; readonly fault: string; readonly text: string };

type Message =
  | { readonly kind: "log"; readonly text: string; readonly isLast: boolean }
  | { readonly kind: "started"; readonly number: number; readonly processId: number }
  | (Exclude<Arrived, { readonly kind: "late" }> & { readonly number: number });

const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Taken before anybody watches the clock: waiting for a program is no look at it. */
const steadyMilliseconds = performance.now.bind(performance);

const threadFile = new URL("../../scripts/lib/program-thread.mjs", import.meta.url);

/**
 * A program and its pipes, for somebody who has to wait: calls of an adapter are synchronous. A second thread reads and
 * writes, this one sleeps until there is something.
 */
export class ProgramLink {
  private readonly worker: Worker;
  private readonly port: MessagePort;
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));
  private readonly log: (text: string) => void;
  private readonly atExit = (): void => this.killNow();
  /** A signal would end this process without the event, and leave the program behind. */
  private readonly atSignals = stopSignals.map(
    (name) => [name, (): void => process.exit(128 + constants.signals[name])] as const,
  );
  /** Which start of the program this is: what an earlier one still says is passed over. */
  private number = 0;
  private processId: number | undefined;

  constructor({ log, ...settings }: LinkSettings) {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    this.log = log;
    this.worker = new Worker(threadFile, {
      workerData: { ...settings, signal: this.signal, port: port2 },
      transferList: [port2],
      execArgv: [],
    });
    this.worker.unref();
    process.on("exit", this.atExit);
    for (const [name, listener] of this.atSignals) process.on(name, listener);
  }

  start(): void {
    this.number += 1;
    this.port.postMessage({ kind: "start", number: this.number });
  }

  ask(line: string): void {
    this.port.postMessage({ kind: "ask", number: this.number, line });
  }

  /** The last line; nothing is expected in return. */
  tell(line: string): void {
    this.port.postMessage({ kind: "tell", number: this.number, line });
  }

  kill(): void {
    this.port.postMessage({ kind: "kill", number: this.number });
    this.processId = undefined;
  }

  /** Waits for what comes from the program. */
  wait(milliseconds: number): Arrived {
    const until = steadyMilliseconds() + milliseconds;
    for (;;) {
      const seen = Atomics.load(this.signal, 0);
      const arrived = this.next();
      if (arrived !== undefined) return arrived;
      const left = until - steadyMilliseconds();
      if (left <= 0 || Atomics.wait(this.signal, 0, seen, left) === "timed-out") return this.next() ?? { kind: "late" };
    }
  }

  /** What has come already, without waiting. */
  next(): Exclude<Arrived, { readonly kind: "late" }> | undefined {
    for (;;) {
      const received = receiveMessageOnPort(this.port) as { readonly message: Message } | undefined;
      if (received === undefined) return undefined;
      const { message } = received;
      if (message.kind === "log")
        this.log(message.isLast ? `${message.text}\n(the rest is not shown)\n` : message.text);
      else if (message.number !== this.number) continue;
      else if (message.kind === "started") this.processId = message.processId;
      else {
        if (message.kind === "gone") this.processId = undefined;
        return message;
      }
    }
  }

  async close(): Promise<void> {
    process.off("exit", this.atExit);
    for (const [name, listener] of this.atSignals) process.off(name, listener);
    this.killNow();
    await this.worker.terminate();
    this.port.close();
  }

  private killNow(): void {
    if (this.processId === undefined) return;
    try {
      process.kill(process.platform === "win32" ? this.processId : -this.processId, "SIGKILL");
    } catch {
      // It has ended already.
    }
    this.processId = undefined;
  }
}
