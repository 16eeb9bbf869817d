import type { AnyAdapter } from "@roompass/core";
import { createDaily } from "@roompass/daily";
import { createMeteredEmulator, type Emulator } from "@roompass/emulators";
import { createLiveKit } from "@roompass/livekit";
import { createMetered } from "@roompass/metered";
import { createVideoSDK } from "@roompass/videosdk";
import {
  type CallerPolicy,
  createMemoryAudit,
  createMemoryStore,
  createTokenService,
  digestSecret,
  type MemoryAudit,
  type MetricCounters,
  type Peer,
  type SecretDigest,
  type ServiceMetrics,
  type TokenService,
  type TokenServiceSettings,
} from "../index.js";
import { checkAnswer } from "./check-answer.js";

export const now = 1_800_000_000;
export const secret = "TEST-ONLY-caller-secret-0123456789";
export const key = `alice.${secret}`;

/** A policy that lets people into rooms of one team, as participants who send, receive and are seen. */
export const guestPolicy: CallerPolicy = {
  providers: ["daily", "videosdk", "metered", "livekit"],
  rooms: [{ prefix: "team-" }, { name: "lobby" }],
  maxSeconds: 3600,
  rights: { publish: true, subscribe: true },
  participants: { prefix: "u_" },
};

/** A grant within that policy that every vendor can hold. */
export const guestGrant = {
  room: "team-standup",
  participant: { id: "u_1", name: "Alice" },
  expiresIn: "15m",
  entry: "direct",
  rights: { moderate: false },
} as const;

export interface CountedEvent {
  readonly name: string;
  readonly labels: object;
}

/** A service with everything from outside under control, and a look at what happens inside. */
export interface World {
  readonly service: TokenService;
  readonly audit: MemoryAudit;
  readonly events: CountedEvent[];
  readonly errors: unknown[];
  /** How often a provider was asked to mint. */
  readonly minted: () => number;
  readonly metered: Emulator;
  time: number;
  ask(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
    peer?: Peer,
  ): Promise<Response>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

export interface WorldOptions {
  readonly policy?: Partial<CallerPolicy>;
  readonly digests?: readonly SecretDigest[];
  readonly settings?: Partial<TokenServiceSettings>;
}

export const dailyKey = "TEST-ONLY-daily-key-0123456789abcdef0123456789";
export const videosdkSecret = "TEST-ONLY-videosdk-secret-0123456789abcdef";
export const livekitSecret = "TEST-ONLY-livekit-secret-0123456789abcdef";
export const meteredKey = "TEST-ONLY-metered-key-0123456789";

export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  let mints = 0;
  const clock = (): number => world.time;
  const metered = createMeteredEmulator({ clock, secretKey: meteredKey, appName: "my-app" });
  const spied = <P extends { readonly adapter: AnyAdapter; issue: (...args: never[]) => unknown }>(provider: P): P => ({
    ...provider,
    issue: (...args: never[]) => {
      mints += 1;
      return provider.issue(...args);
    },
  });
  const providers = [
    { provider: spied(createDaily({ apiKey: dailyKey, domainId: "11111111-2222-4333-8444-555555555555", clock })) },
    { provider: spied(createVideoSDK({ apiKey: "TEST-project", secret: videosdkSecret, clock })) },
    { provider: spied(createLiveKit({ apiKey: "TEST-key", apiSecret: livekitSecret, clock })) },
    {
      provider: spied(
        createMetered({ appName: "my-app", secretKey: meteredKey, clock, fetch: metered.fetch as never }),
      ),
    },
  ] as unknown as TokenServiceSettings["providers"];
  const caller = {
    secretDigests: options.digests ?? [{ sha256: await digestSecret(secret) }],
    policy: { ...guestPolicy, ...options.policy },
  };
  const audit = createMemoryAudit();
  const events: CountedEvent[] = [];
  const errors: unknown[] = [];
  const metrics: ServiceMetrics = {
    count: (name: keyof MetricCounters, labels: object) => void events.push({ name, labels }),
    duration: (name: string, labels: object) => void events.push({ name: `${name} duration`, labels }),
    gauge: (name: string) => void events.push({ name, labels: {} }),
  };
  const service = createTokenService({
    providers,
    callers: { find: (id) => (id === "alice" ? caller : undefined) },
    store: createMemoryStore({ clock }),
    audit,
    clock,
    monotonicMilliseconds: () => world.time * 1000,
    builtAt: now - 1000,
    metrics,
    onError: (error) => errors.push(error),
    ...options.settings,
  });
  const world: World = {
    service,
    audit,
    events,
    errors,
    minted: () => mints,
    metered,
    time: now,
    async ask(method, path, body, headers = {}, peer) {
      const init = {
        method,
        headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      };
      const request = new Request(`http://service.example${path}`, init);
      const answer = await service.fetch(request, peer ?? { address: "192.0.2.1" });
      await checkAnswer(method, path, answer.clone());
      return answer;
    },
    post: (path, body, headers = {}) => world.ask("POST", path, body, { authorization: `Bearer ${key}`, ...headers }),
  };
  return world;
}
