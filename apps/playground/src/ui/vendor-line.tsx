import { type JSX, useId } from "react";
import type { TextReading } from "../reading/read-text.js";
import { isVendorName, type VendorName } from "../vendors/vendor.js";
import { vendorNamed, vendors } from "../vendors/vendors.js";
import { ToneBadge } from "./marks.js";
import { Sentence } from "./sentence.js";

interface Props {
  readonly reading: TextReading;
  readonly chosen: VendorName | undefined;
  readonly onChoose: (vendor: VendorName | undefined) => void;
}

function answer(reading: TextReading): { readonly tone: "good" | "caution" | "bad" | "quiet"; readonly word: string } {
  if (reading.kind === "empty") return { tone: "quiet", word: "Nothing pasted yet" };
  if (reading.kind === "broken") return { tone: "bad", word: "No readable token" };
  if (reading.kind === "unassigned") return { tone: "caution", word: "Vendor not clear" };
  const { displayName } = reading.vendor.adapter;
  if (reading.isChosen) return { tone: "caution", word: `${displayName}, chosen by you` };
  return { tone: "good", word: `${displayName}, ${reading.detection.confidence}` };
}

function reasonOf(reading: TextReading): string {
  if (reading.kind === "empty") return "Paste a token, or choose an example.";
  if (reading.kind === "broken") return reading.findings[0]?.message ?? "It is not made like a token.";
  const { vendor, reason } = reading.detection;
  const isOther = reading.kind === "understood" && reading.isChosen && vendor !== reading.vendor.name;
  if (!isOther || !isVendorName(vendor)) return reason;
  return `Left to itself the page reads it as ${vendorNamed(vendor).adapter.displayName}’s. ${reason}`;
}

/** Whose token it is, why, and what was taken away from around it; a person can choose otherwise. */
export function VendorLine({ reading, chosen, onChoose }: Props): JSX.Element {
  const id = useId();
  const { tone, word } = answer(reading);
  const noise = reading.kind === "empty" ? undefined : reading.noise;
  return (
    <section className="card vendor-line" aria-label="Vendor">
      <div className="row">
        <ToneBadge tone={tone}>{word}</ToneBadge>
        <span className="choose">
          <label htmlFor={id} className="small">
            Read as
          </label>
          <select
            id={id}
            value={chosen ?? ""}
            onChange={({ target }) => onChoose(isVendorName(target.value) ? target.value : undefined)}
          >
            <option value="">detected vendor</option>
            {vendors.map(({ name, adapter }) => (
              <option key={name} value={name}>
                {adapter.displayName}
              </option>
            ))}
          </select>
        </span>
      </div>
      <p className="small">
        <Sentence text={reasonOf(reading)} />
      </p>
      {noise !== undefined && (
        <p className="small noise">
          <Sentence text={noise} />
        </p>
      )}
    </section>
  );
}
