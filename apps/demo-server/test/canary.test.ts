import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestSecret } from "@roompass/service";
import { describe, expect, it } from "vitest";
import { findCanaries, formsOf, makeCanary } from "../src/testing/canary.js";
import { rawRequest } from "../src/testing/raw-request.js";
import { startProcess } from "../src/testing/start-process.js";
import { temporaryFolder } from "../src/testing/temporary-folder.js";

const names = ["daily", "livekit", "metered", "videosdk", "invitation", "metrics", "caller"] as const;

describe("R11: random secrets", () => {
  it("are found by the search that looks for them, in each form", () => {
    const canary = makeCanary("daily");
    for (const [form, text] of formsOf(canary.secret)) {
      expect([form, findCanaries([canary], new Map([["a log", `before ${text} after`]])).length > 0]).toEqual([
        form,
        true,
      ]);
    }
    const inside = Buffer.from(`xy${canary.secret}z`).toString("base64");
    expect(findCanaries([canary], new Map([["a log", inside]]))).not.toEqual([]);
  });

  it("appear in no log, answer, metric, audit line or page of a server that logs everything", async () => {
    const canaries = Object.fromEntries(names.map((name) => [name, makeCanary(name)])) as Record<
      (typeof names)[number],
      ReturnType<typeof makeCanary>
    >;
    const folder = temporaryFolder();
    const callerSecret = canaries.caller.secret;
    const policy = {
      operations: ["issue", "verify", "translate", "invite"],
      providers: ["daily", "livekit", "metered", "videosdk"],
      rooms: [{ any: true }],
      maxSeconds: 86_400,
      rights: {
        publish: true,
        subscribe: true,
        moderate: true,
        admit: true,
        record: true,
        livestream: true,
        transcribe: true,
      },
      participants: { any: true },
      trustUnverified: true,
    };
    const line = { id: "web", secretDigests: [{ sha256: await digestSecret(callerSecret) }], policy };
    const keysFile = join(folder, "keys.ndjson");
    writeFileSync(keysFile, JSON.stringify(line));
    const server = await startProcess({
      ROOMPASS_LOG_LEVEL: "trace",
      ROOMPASS_KEYS_FILE: keysFile,
      ROOMPASS_AUDIT_FILE: join(folder, "audit.ndjson"),
      ROOMPASS_EMULATORS: "on",
      ROOMPASS_METRICS_PORT: "0",
      ROOMPASS_METRICS_KEY: canaries.metrics.secret,
      ROOMPASS_INVITATION_SECRET: canaries.invitation.secret,
      DAILY_API_KEY: canaries.daily.secret,
      DAILY_DOMAIN_ID: "11111111-2222-4333-8444-555555555555",
      LIVEKIT_API_KEY: "TEST-key",
      LIVEKIT_API_SECRET: canaries.livekit.secret,
      METERED_APP_NAME: "my-app",
      METERED_SECRET_KEY: canaries.metered.secret,
      VIDEOSDK_API_KEY: "TEST-project",
      VIDEOSDK_SECRET: canaries.videosdk.secret,
    });
    const places = new Map<string, string>();
    let count = 0;

    async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const answer = await fetch(server.url + path, {
        method,
        headers: { authorization: `Bearer web.${callerSecret}`, "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      count += 1;
      places.set(`answer ${count}: ${method} ${path}`, `${JSON.stringify([...answer.headers])}\n${text}`);
      return { status: answer.status, body: text };
    }

    const common = { participant: { id: "u_1", name: "Alice" }, expiresIn: "1h" };
    const grants = {
      daily: { ...common, room: "standup" },
      livekit: { ...common, room: "standup", rights: { publish: true, subscribe: true } },
      metered: { ...common, room: "standup" },
      videosdk: { ...common, room: "2kyv-gzay-64pg", entry: "direct" },
    };
    const tokens = new Map<string, string>();
    for (const [provider, grant] of Object.entries(grants)) {
      const issued = await call("POST", "/v1/tokens", { provider, grant }, { "idempotency-key": `order-${provider}` });
      expect([provider, issued.status]).toEqual([provider, 200]);
      tokens.set(provider, (JSON.parse(issued.body) as { token: string }).token);
    }
    for (const [provider, token] of tokens) {
      await call("POST", "/v1/tokens/verify", { provider, token });
      await call("POST", "/v1/tokens/verify", { provider, token: `${token.slice(0, -4)}AAAA` });
      await call("POST", "/v1/tokens/inspect", { token });
      for (const to of tokens.keys()) await call("POST", "/v1/translate", { token, from: provider, to, sign: true });
    }
    const invited = await call("POST", "/v1/invitations", { provider: "metered", grant: grants.metered });
    const { invitation } = JSON.parse(invited.body) as { invitation: string };
    for (let turn = 0; turn < 2; turn += 1) await call("POST", "/v1/invitations/redeem", { invitation });
    // Secrets where they do not belong: whoever pastes one into the wrong place must not find it in a log.
    for (const { secret } of Object.values(canaries)) {
      await call("POST", "/v1/tokens", { provider: secret, grant: { room: secret, [secret]: secret } });
      await call("POST", "/v1/tokens/inspect", { token: secret });
      await call("POST", "/v1/tokens", `{"${secret}`);
      await call("GET", `/v1/providers?key=${encodeURIComponent(secret)}`);
      await call("GET", `/${encodeURIComponent(secret)}`);
      await call("GET", "/v1/providers", undefined, {
        authorization: `Basic ${Buffer.from(secret).toString("base64")}`,
      });
      await call("GET", "/v1/providers", undefined, { authorization: `Bearer ${secret}`, "x-request-id": secret });
      await rawRequest(server.url, `GET /${secret} HTTP/9.9\r\n${secret}\r\n\r\n`).then(({ text }) =>
        places.set("answer to garbage", text),
      );
    }
    // Whatever goes wrong at the vendor, with the key in the request's address.
    const faults = ["latency=1", "reset", "rate-limit=1", "server-error", "half-body", "huge-body", "wrong-type"];
    for (const fault of [...faults, "wider-token", "other-room-token", "clock-skew=1000"]) {
      await call("POST", "/emulators/metered/__emulator/faults", { faults: [fault], requests: 1 });
      await call("POST", "/v1/tokens", { provider: "metered", grant: grants.metered });
    }
    for (const path of ["/", "/docs", "/docs/errors", "/openapi.json", "/livez", "/readyz", "/v1/providers"]) {
      await call("GET", path);
    }
    await call("GET", "/metrics", undefined, { authorization: `Bearer ${canaries.metrics.secret}` });
    places.set("metrics", await (await fetch(server.metricsUrl ?? "")).text());
    server.child.kill("SIGHUP");
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
    places.set("output", server.output());
    for (const file of readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile())) {
      places.set(`file ${file}`, readFileSync(join(folder, file), "utf8"));
    }

    expect(count).toBeGreaterThan(100);
    expect(places.get("output")).toContain('"route":"/v1/tokens"');
    expect(places.get("file audit.ndjson")).toContain('"granted"');
    expect(places.get("metrics")).toContain("roompass_decisions_total");
    expect(findCanaries(Object.values(canaries), places)).toEqual([]);
    // A token is its holder's, and stands in its own answer only.
    const kept = [...places].filter(([place]) => !place.startsWith("answer"));
    for (const token of tokens.values())
      for (const [place, text] of kept) expect([place, text.includes(token)]).toEqual([place, false]);
  }, 180_000);
});
