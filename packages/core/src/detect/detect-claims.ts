import type { AnyAdapter, Evidence, Recognition } from "../adapter/adapter.js";
import { wrongKind } from "../errors/given.js";
import { isObject } from "../grant/is-object.js";
import { elementPath } from "../grant/path-text.js";
import { type AdapterOrProvider, asAdapter } from "../provider/translation-target.js";
import { type Candidate, type Detection, unknownVendor } from "./detection.js";

const sureness: Readonly<Record<Recognition["confidence"], number>> = { certain: 3, likely: 2, possible: 1 };

/**
 * What one adapter says. The evidence comes from anywhere, and an adapter that stumbles over it has not recognized it;
 * the others are asked all the same.
 */
function ask(adapter: AnyAdapter, evidence: Evidence): Candidate | undefined {
  try {
    const recognition = adapter.recognize(evidence);
    if (recognition === undefined || !Object.hasOwn(sureness, recognition.confidence)) return undefined;
    return { vendor: adapter.vendor, confidence: recognition.confidence, reason: recognition.reason };
  } catch {
    return undefined;
  }
}

/** The candidates, the surest first, with one for each vendor even if its adapter is listed twice. */
function gather(evidence: Evidence, adapters: readonly AnyAdapter[]): Candidate[] {
  const surest = new Map<string, Candidate>();
  for (const adapter of adapters) {
    const candidate = ask(adapter, evidence);
    if (candidate === undefined) continue;
    const known = surest.get(candidate.vendor);
    if (known === undefined || sureness[candidate.confidence] > sureness[known.confidence]) {
      surest.set(candidate.vendor, candidate);
    }
  }
  return [...surest.values()].sort((a, b) => sureness[b.confidence] - sureness[a.confidence]);
}

/** @throws RoompassError `input.wrong-kind` for anything but a list of adapters or providers. */
export function readAdapters(given: readonly AdapterOrProvider[]): readonly AnyAdapter[] {
  const list: unknown = given;
  if (!Array.isArray(list)) {
    throw wrongKind(
      "adapters",
      list,
      "a list of adapters",
      "Pass the adapters of all vendors that it may be of, as a list.",
    );
  }
  return given.map((adapter, index) => asAdapter(adapter, elementPath("adapters", index)));
}

function listed(candidates: readonly Candidate[], adapters: readonly AnyAdapter[]): string {
  const names = candidates.map(({ vendor }) => adapters.find((adapter) => adapter.vendor === vendor)?.displayName);
  return names.join(", ");
}

/**
 * Finds the vendor of a header and claims that are already decoded.
 *
 * The surest candidate wins if it is surer than every other one and more than `possible`. Short claim names are
 * shared by several vendors, so that a mere possibility, and two that are equally sure, stay `unknown`: acting on a
 * guess would read one vendor's claims by another's rules. Throws for no evidence, whatever it is.
 *
 * @throws RoompassError `input.wrong-kind` for anything but a list of adapters or providers.
 */
export function detectClaims(evidence: Evidence, vendors: readonly AdapterOrProvider[]): Detection {
  const adapters = readAdapters(vendors);
  if (!isObject(evidence) || !isObject(evidence.header) || !isObject(evidence.claims)) {
    return unknownVendor("Header and claims are not both JSON objects.");
  }
  const candidates = gather(evidence, adapters);
  const [best, ...others] = candidates;
  if (best === undefined) return unknownVendor("No adapter recognizes it.");
  if (best.confidence === "possible") {
    const reason = `Nothing in it is a clear mark of a vendor; it is possible for ${listed(candidates, adapters)}.`;
    return unknownVendor(reason, candidates);
  }
  const rivals = others.filter(({ confidence }) => confidence === best.confidence);
  if (rivals.length > 0) {
    const reason = `It is equally ${best.confidence} for ${listed([best, ...rivals], adapters)}.`;
    return unknownVendor(reason, candidates);
  }
  return { vendor: best.vendor, confidence: best.confidence, reason: best.reason, candidates };
}
