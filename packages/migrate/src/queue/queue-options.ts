/** Where the queue is, and what it is called. */
export interface QueueOptions {
  /** `redis://host:6379`, `rediss://…` or `unix:///path/redis.sock`. */
  readonly url: string;
  /** The user of the Redis server, where it has users. */
  readonly username?: string | undefined;
  /** The password of the Redis server. Never in a message. */
  readonly password?: string | undefined;
  /** Default `roompass-migrate`. One run at a time has a name; its workers are given the same one. */
  readonly name?: string | undefined;
  /** How long a worker may be silent before its chunk goes to another one. Default 30000. */
  readonly silenceMilliseconds?: number | undefined;
}
