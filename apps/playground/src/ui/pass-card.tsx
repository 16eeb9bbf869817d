import type { Authority } from "@roompass/core";
import type { JSX } from "react";
import type { Understood } from "../reading/read-text.js";
import { roomText } from "../reading/room-text.js";
import { countFaults, holderText, powersOf, summarySentence } from "../reading/summary.js";
import type { Timeline } from "../reading/timeline.js";
import { clockTime } from "../text/times.js";
import { visibleText } from "../text/visible-text.js";
import { listOf, plural } from "../text/words.js";

const states: Readonly<Record<Timeline["state"], { readonly word: string; readonly tone: string }>> = {
  open: { word: "Good now", tone: "good" },
  early: { word: "Not yet", tone: "caution" },
  over: { word: "Expired", tone: "bad" },
  never: { word: "Never good", tone: "bad" },
};

const refused = { word: "Refuse it", tone: "bad" } as const;

function entryText({ lowest, highest }: { readonly lowest: string; readonly highest: string }): string {
  if (lowest !== highest) return "walks in, or has to ask: the room decides";
  return lowest === "ask" ? "has to ask to enter" : "walks in";
}

function identityText(id: string | undefined, { identity }: Authority): string {
  if (id === undefined) return "none: not bound to anybody";
  return `${visibleText(id, 60)}${identity.highest === null ? ": perhaps not bound to it" : ""}`;
}

function untilText(expiresAt: number | null | undefined, state: Timeline["state"]): string {
  if (expiresAt === null) return "for ever";
  if (expiresAt === undefined) return "end not known";
  return `${state === "over" ? "since" : "until"} ${clockTime(expiresAt)}`;
}

interface Props {
  readonly reading: Understood;
  readonly timeline: Timeline;
  readonly now: number;
}

/** The token as what it is: a pass, with whom it lets in where, and a stub that says whether it is good. */
export function PassCard({ reading, timeline, now }: Props): JSX.Element {
  const { inspected, authority, vendor } = reading;
  const { grant, issuance } = inspected;
  const faults = countFaults(reading.findings);
  // However good its times look: what is not made as it should be is taken by no careful reader.
  const state = faults > 0 ? refused : states[timeline.state];
  const powers = powersOf(authority);
  const isApi = grant.purpose.includes("api");
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["Participant id", identityText(grant.participant?.id, authority)],
    ["Enters", grant.purpose.includes("participant") ? entryText(authority.entry) : undefined],
    ["Server API", isApi ? "may be called with it" : undefined],
    ["Over others", powers.length === 0 ? undefined : `may ${listOf(powers)}`],
    ["Account", issuance.tenant === undefined ? undefined : visibleText(issuance.tenant, 60)],
  ];
  return (
    <section className="pass" aria-labelledby="pass-title">
      <div className="pass-body">
        <p className="pass-vendor">{vendor.adapter.displayName} meeting token</p>
        <h2 id="pass-title" className="breaks">
          {/* Isolated, or two names that are written from right to left change places around the arrow. */}
          <bdi>{holderText(grant)}</bdi> <span className="pass-to">→</span> <bdi>{roomText(grant.room)}</bdi>
        </h2>
        <p className="breaks">{summarySentence(grant, authority, now)}</p>
        <dl className="facts">
          {facts.map(([label, text]) =>
            text === undefined ? null : (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="breaks">{text}</dd>
              </div>
            ),
          )}
        </dl>
      </div>
      <div className={`pass-stub ${state.tone}`}>
        <p className="pass-state">{state.word}</p>
        <p className="tiny">
          {faults > 0
            ? `${plural(faults, "error")} in it: what it says cannot be relied on`
            : untilText(grant.expiresAt, timeline.state)}
        </p>
        <p className="tiny pass-trust">Signature not checked: anybody could have written this</p>
      </div>
    </section>
  );
}
