import {
  type AnyAdapter,
  type Expectations,
  type Inspected,
  inspectToken,
  type Translated,
  type TranslationPolicy,
  translate as translateToken,
  type Verified,
} from "@roompass/core";
import type { z } from "zod";
import type { AnyProvider } from "../contract/settings.js";
import { ServiceError } from "../errors/service-error.js";
import { parseInput } from "../http/parse-input.js";
import { beyondPolicy } from "../policy/compare-policy.js";
import type { ReadPolicy } from "../policy/read-policy.js";
import { translateRequest } from "../schemas/translate.js";
import type { Answer, Call } from "../service/call.js";
import { keyOf, providersCure, requireClock, requireOperation, requireProvider } from "./allowed.js";
import { audited, type Draft } from "./audited.js";
import { mint } from "./issue.js";

type Input = z.infer<typeof translateRequest>;

/** A vendor without credentials here: nothing can be signed or verified with it, so that everybody may name it. */
function bareAdapter(call: Call, name: string): AnyAdapter | undefined {
  return call.context.providers.has(name) ? undefined : call.context.adapters.get(name);
}

/** A token as its vendor's adapter read it. */
interface Source {
  readonly reading: Verified | Inspected;
  readonly adapter: AnyAdapter;
}

/** What nobody checks must not look as if somebody had. @throws ServiceError when the policy or the request forbids it. */
function checkUnverified(input: Input, policy: ReadPolicy): void {
  if (!policy.trustUnverified) {
    const message = "The key may translate verified tokens only.";
    throw new ServiceError("http.beyond-policy", {
      errors: [{ path: "trustUnverified", code: "http.beyond-policy", message }],
    });
  }
  if (input.expect === undefined) return;
  throw new ServiceError("http.invalid", {
    errors: [{ path: "expect", code: "invalid-value", message: "Nothing is checked with `trustUnverified`." }],
  });
}

/** Something that was verified, or that the caller answers for and the policy lets them. */
async function readSource(call: Call, input: Input, policy: ReadPolicy): Promise<Source> {
  const { token, from } = input;
  if (input.trustUnverified !== true) {
    const provider = requireProvider(call, policy, from, "from");
    const expected = { ...input.expect, now: call.now } as Expectations;
    return { reading: (await provider.verify(token, expected)) as Verified, adapter: provider.adapter };
  }
  checkUnverified(input, policy);
  const adapter = bareAdapter(call, from) ?? requireProvider(call, policy, from, "from").adapter;
  return { reading: inspectToken(token, adapter, { now: call.now }), adapter };
}

type Target = AnyProvider | AnyAdapter;

function targetOf(call: Call, input: Input, policy: ReadPolicy): Target {
  const bare = input.sign === true ? undefined : bareAdapter(call, input.to);
  return bare ?? requireProvider(call, policy, input.to, "to");
}

function move(call: Call, input: Input, source: Source, target: Target): Translated {
  const options = {
    from: source.adapter,
    to: target,
    now: call.now,
    ...(input.policy === undefined ? {} : { policy: input.policy as TranslationPolicy }),
    includeExact: input.includeExact === true,
  };
  return input.trustUnverified === true
    ? translateToken(source.reading, { ...options, trustUnverified: true })
    : translateToken(source.reading as Verified, options);
}

/** Signs a translation that lies within the policy. */
async function sign(call: Call, input: Input, target: Target, moved: Translated, draft: Draft): Promise<object> {
  if (input.sign !== true || !("issue" in target)) return {};
  requireClock(call);
  const { adapter } = target;
  const errors = beyondPolicy({ grant: moved.grant, reading: moved, adapter }, keyOf(call).policy, call.now);
  if (errors.length > 0) throw new ServiceError("http.beyond-policy", { errors });
  const { issued } = await mint(input.to, target, moved, draft);
  return { token: issued.token, expiresAt: issued.expiresAt };
}

/** `POST /v1/translate`: a token in another vendor's words, signed if that is asked for and within the policy. */
export function translate(call: Call): Promise<Answer> {
  return audited(call, "translate", async (draft) => {
    const { policy } = keyOf(call);
    const providers = providersCure(call, policy);
    const input = parseInput(translateRequest, call.body, { from: providers, to: providers });
    requireOperation(policy, "translate");
    if (input.sign === true) requireOperation(policy, "issue");
    const target = targetOf(call, input, policy);
    draft.provider = input.to;
    draft.tenant = "issue" in target ? (target.tenant ?? null) : null;
    const source = await readSource(call, input, policy);
    draft.source = input.from;
    const moved = move(call, input, source, target);
    draft.grant = moved.grant;
    const { grant, properties, report, join, roomRequirements } = moved;
    const minted = await sign(call, input, target, moved, draft);
    return {
      status: 200,
      body: {
        from: input.from,
        to: input.to,
        vendor: moved.vendor,
        sourceVerified: source.reading.verified,
        grant,
        properties,
        report,
        join,
        roomRequirements,
        ...minted,
      },
    };
  });
}
