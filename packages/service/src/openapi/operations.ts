import type { z } from "zod";
import {
  inspectAnswer,
  inspectRequest,
  inviteAnswer,
  inviteRequest,
  issueAnswer,
  issueRequest,
  providersAnswer,
  redeemRequest,
  statusAnswer,
  verifyAnswer,
  verifyRequest,
} from "../schemas/tokens.js";
import { translateAnswer, translateRequest } from "../schemas/translate.js";

/** One operation as the documentation shows it. */
export interface OperationEntry {
  readonly path: string;
  readonly method: "get" | "post";
  readonly id: string;
  readonly tag: "tokens" | "invitations" | "service";
  readonly summary: string;
  readonly description: string;
  readonly needsKey: boolean;
  readonly request?: z.ZodType;
  /** Absent where the answer is no JSON of ours. */
  readonly answer?: z.ZodType;
  readonly mediaType?: string;
  readonly success: string;
  /** Only for what answers 503 with the same form as 200. */
  readonly unready?: string;
  readonly parameters?: readonly object[];
  /** Statuses that come with a problem. */
  readonly problems: readonly string[];
}

const withBody = ["400", "413", "415", "429", "500", "503"];
const withKey = [...withBody, "401", "403", "504"];
const withVendor = [...withKey, "422", "502"];

export const operations: readonly OperationEntry[] = Object.freeze([
  {
    path: "/v1/tokens",
    method: "post",
    id: "issueToken",
    tag: "tokens",
    summary: "Issue a token",
    description:
      "Makes a token for a grant that lies within the key's policy. What goes beyond it is refused with every path, and never cut down.",
    needsKey: true,
    request: issueRequest,
    answer: issueAnswer,
    success: "The token, what it says, and what an application has to do beside it.",
    parameters: [
      {
        name: "Idempotency-Key",
        in: "header",
        required: false,
        description:
          "1 to 255 visible characters. The same key with the same body gets the same answer for a while (ten minutes unless set otherwise), another body 422, a request that comes while the first is worked on 409.",
        schema: { type: "string", minLength: 1, maxLength: 255, pattern: "^[!-~]+$" },
      },
    ],
    problems: [...withVendor, "409"].sort(),
  },
  {
    path: "/v1/tokens/inspect",
    method: "post",
    id: "inspectToken",
    tag: "tokens",
    summary: "Read a token",
    description:
      "Says which vendor a token belongs to and what it states. Needs no key, asks nobody, verifies nothing.",
    needsKey: false,
    request: inspectRequest,
    answer: inspectAnswer,
    success: "What the token says. Nobody vouches for it.",
    problems: [...withBody, "422"].sort(),
  },
  {
    path: "/v1/tokens/verify",
    method: "post",
    id: "verifyToken",
    tag: "tokens",
    summary: "Verify a token",
    description:
      "Checks a token with the provider's keys, or by asking its vendor. 200 is a good token; one that is not good is a problem with the reason.",
    needsKey: true,
    request: verifyRequest,
    answer: verifyAnswer,
    success: "The token is good; this is what it says.",
    problems: [...withVendor].sort(),
  },
  {
    path: "/v1/translate",
    method: "post",
    id: "translateToken",
    tag: "tokens",
    summary: "Translate a token",
    description:
      "Turns a token into another vendor's words without ever giving more than it gave, and reports every difference. The source is verified unless the body says `trustUnverified` and the key's policy allows it. With `sign` the result is minted, within the key's policy.",
    needsKey: true,
    request: translateRequest,
    answer: translateAnswer,
    success: "The translation, its report, and the token when it was to be signed.",
    problems: [...withVendor].sort(),
  },
  {
    path: "/v1/invitations",
    method: "post",
    id: "invite",
    tag: "invitations",
    summary: "Make an invitation",
    description: "Makes a signed text for a link that lets in whoever redeems it first. It is no vendor's token.",
    needsKey: true,
    request: inviteRequest,
    answer: inviteAnswer,
    success: "The invitation. Put it into the fragment of a link, which browsers send to nobody.",
    problems: [...withKey, "422"].sort(),
  },
  {
    path: "/v1/invitations/redeem",
    method: "post",
    id: "redeemInvitation",
    tag: "invitations",
    summary: "Redeem an invitation",
    description:
      "Uses an invitation up and answers with a token. Needs no key. Of any number who come with the same one, one gets in.",
    needsKey: false,
    request: redeemRequest,
    answer: issueAnswer,
    success: "The token.",
    problems: [...withBody, "403", "410", "422", "502", "504"].sort(),
  },
  {
    path: "/v1/providers",
    method: "get",
    id: "listProviders",
    tag: "service",
    summary: "List providers",
    description: "The providers that the key may use, by the names that requests call them.",
    needsKey: true,
    answer: providersAnswer,
    success: "The providers.",
    problems: ["400", "401", "429", "500", "503", "504"],
  },
  {
    path: "/openapi.json",
    method: "get",
    id: "openapi",
    tag: "service",
    summary: "This document",
    description: "OpenAPI 3.1.",
    needsKey: false,
    mediaType: "application/json",
    success: "The document.",
    problems: [],
  },
  {
    path: "/livez",
    method: "get",
    id: "live",
    tag: "service",
    summary: "Is it alive?",
    description: "Answers as long as the process does. Asks nobody.",
    needsKey: false,
    answer: statusAnswer,
    success: "It is.",
    problems: [],
  },
  {
    path: "/readyz",
    method: "get",
    id: "ready",
    tag: "service",
    summary: "Is it ready?",
    description: "Checks the store, the clock and what else the operator named.",
    needsKey: false,
    answer: statusAnswer,
    success: "It is.",
    unready: "It is not. Which part, is not said.",
    problems: [],
  },
]);
