// The token service as a module worker. Settings come from the bindings: secrets for the vendors, and one caller.
//
// The store is the memory of one isolate, and platforms start several: limits then count for each, and invitations need a
// `ServiceStore` on something that all of them share (a Durable Object, a database), which is why there are none here.
import { createDaily } from "@roompass/daily";
import { createLiveKit } from "@roompass/livekit";
import {
  type CallerPolicy,
  createAuditChain,
  createMemoryStore,
  createTokenService,
  type TokenService,
} from "@roompass/service";
import { createVideoSDK } from "@roompass/videosdk";

interface Bindings {
  readonly DAILY_API_KEY: string;
  readonly DAILY_DOMAIN_ID: string;
  readonly LIVEKIT_API_KEY: string;
  readonly LIVEKIT_API_SECRET: string;
  readonly VIDEOSDK_API_KEY: string;
  readonly VIDEOSDK_SECRET: string;
  readonly CALLER_ID: string;
  /** SHA-256 of the caller's secret; `createCallerKey` makes both. */
  readonly CALLER_SHA256: string;
}

const policy: CallerPolicy = {
  providers: ["daily", "livekit", "videosdk"],
  rooms: [{ prefix: "team-" }],
  maxSeconds: 3600,
  rights: { publish: true, subscribe: true },
  participants: { any: true },
};

function makeService(bindings: Bindings): TokenService {
  const caller = { secretDigests: [{ sha256: bindings.CALLER_SHA256 }], policy };
  return createTokenService({
    providers: [
      { provider: createDaily({ apiKey: bindings.DAILY_API_KEY, domainId: bindings.DAILY_DOMAIN_ID }) },
      { provider: createLiveKit({ apiKey: bindings.LIVEKIT_API_KEY, apiSecret: bindings.LIVEKIT_API_SECRET }) },
      { provider: createVideoSDK({ apiKey: bindings.VIDEOSDK_API_KEY, secret: bindings.VIDEOSDK_SECRET }) },
    ],
    callers: { find: (id) => (id === bindings.CALLER_ID ? caller : undefined) },
    store: createMemoryStore(),
    // One chain for each isolate, in the platform's log.
    audit: createAuditChain({ append: async (line) => console.log(line) }),
  });
}

// Made with the first request: bindings come with it, and workers draw no randomness before.
let service: TokenService | undefined;

export default {
  fetch(request: Request, bindings: Bindings): Promise<Response> {
    service ??= makeService(bindings);
    // Set by the platform in front, which replaces what a caller sends.
    const address = request.headers.get("cf-connecting-ip") ?? undefined;
    return service.fetch(request, { address });
  },
};
