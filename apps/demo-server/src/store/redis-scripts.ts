import type { Redis } from "ioredis";

// Each of these is one step for Redis: nobody else's command comes in between.

/** Value: `r` and the fingerprint while somebody works on it; `f`, the fingerprint, a line break and the answer then. */
const begin = `
local value = redis.call('GET', KEYS[1])
if value then return value end
redis.call('SET', KEYS[1], 'r' .. ARGV[1], 'PX', ARGV[2])
return false`;

const finish = `
if redis.call('GET', KEYS[1]) == 'r' .. ARGV[1] then
  redis.call('SET', KEYS[1], 'f' .. ARGV[1] .. '\\n' .. ARGV[2], 'PX', ARGV[3])
end
return true`;

const abandon = `
if redis.call('GET', KEYS[1]) == 'r' .. ARGV[1] then redis.call('DEL', KEYS[1]) end
return true`;

export interface Scripts {
  begin(key: string, fingerprint: string, milliseconds: number): Promise<string | null>;
  finish(key: string, fingerprint: string, answer: string, milliseconds: number): Promise<unknown>;
  abandon(key: string, fingerprint: string): Promise<unknown>;
}

/** Loads the scripts once and calls them by their digest. */
export function defineScripts(client: Redis): Scripts {
  client.defineCommand("roompassBegin", { numberOfKeys: 1, lua: begin });
  client.defineCommand("roompassFinish", { numberOfKeys: 1, lua: finish });
  client.defineCommand("roompassAbandon", { numberOfKeys: 1, lua: abandon });
  const commands = client as unknown as Record<
    "roompassBegin" | "roompassFinish" | "roompassAbandon",
    (...parts: readonly (string | number)[]) => Promise<never>
  >;
  return {
    begin: (key, fingerprint, milliseconds) => commands.roompassBegin(key, fingerprint, milliseconds),
    finish: (key, fingerprint, answer, milliseconds) => commands.roompassFinish(key, fingerprint, answer, milliseconds),
    abandon: (key, fingerprint) => commands.roompassAbandon(key, fingerprint),
  };
}
