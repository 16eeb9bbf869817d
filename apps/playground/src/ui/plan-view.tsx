import type { RequestPlan } from "@roompass/core";
import type { JSX } from "react";
import { visibleJson } from "../text/visible-text.js";
import { CodeBlock } from "./code-block.js";

const marked = "‹your secret key›";

/** A request as text, with the secret's place marked and nothing in it. */
function planText({ method, url, headers, body, secret }: RequestPlan): string {
  const query = secret?.in === "query" ? `${url.includes("?") ? "&" : "?"}${secret.name}=${marked}` : "";
  const all = {
    ...headers,
    ...(secret?.in === "header" ? { [secret.name]: `${secret.prefix}${marked}` } : {}),
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${url}${query}`, ...lines, ...(body === undefined ? [] : ["", visibleJson(body)])].join("\n");
}

interface Props {
  readonly plan: RequestPlan;
  readonly displayName: string;
}

/** Why nothing is signed here for a vendor that mints by request, and the request that would mint. */
export function PlanView({ plan, displayName }: Props): JSX.Element {
  return (
    <div className="stack tight">
      <p className="small notice">
        <b>{displayName} tokens are not signed with a key of yours.</b> {displayName} signs with its own, which it
        publishes to nobody, and mints a token for whoever sends this request with the account’s secret. This page sends
        nothing, so it asks for no secret: your server sends the request, with the secret where it is marked. The name
        of the app in it is made up.
      </p>
      <CodeBlock title="Request" text={planText(plan)} what="the request, without the secret" />
    </div>
  );
}
