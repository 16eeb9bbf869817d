import type { Fact } from "@roompass/core/adapter";

/** The public pages, packages and code that this adapter's facts come from. */
export const sources = {
  tokens: "https://docs.livekit.io/frontends/reference/tokens-grants.md",
  serverSdk: "https://www.npmjs.com/package/livekit-server-sdk/v/2.19.2",
  protocolGrants: "https://github.com/livekit/protocol/blob/main/auth/grants.go",
  protocolVerifier: "https://github.com/livekit/protocol/blob/main/auth/verifier.go",
  protocolRoom: "https://github.com/livekit/protocol/blob/main/protobufs/livekit_room.proto",
  serverAuth: "https://github.com/livekit/livekit/blob/master/pkg/service/auth.go",
  serverJoin: "https://github.com/livekit/livekit/blob/master/pkg/service/rtcservice.go",
  serverRooms: "https://github.com/livekit/livekit/blob/master/pkg/service/roomservice.go",
  serverEgress: "https://github.com/livekit/livekit/blob/master/pkg/service/egress.go",
  serverDispatch: "https://github.com/livekit/livekit/blob/master/pkg/service/agent_dispatch_service.go",
  clientSdk: "https://www.npmjs.com/package/livekit-client",
} as const;

export type Source = keyof typeof sources;

/** When the sources were read, `YYYY-MM`. */
export const asOf = "2026-11";

/** A source of the list above, with the date. */
export function fact(source: Source): Fact {
  return { source: sources[source], asOf };
}
