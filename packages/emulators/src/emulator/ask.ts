import type { Action, InsideAction } from "./actions.js";
import { actions } from "./actions.js";
import { type Allowance, type Entry, no } from "./answers.js";
import type { Place, VendorModel } from "./model.js";

const outsideOnly: ReadonlySet<Action> = new Set(["join", "ask", "stay", "call the API"]);

function isInside(action: Action): action is InsideAction {
  return !outsideOnly.has(action);
}

function fromEntry({ basis, reason }: Entry<unknown>, allowed: boolean): Allowance {
  return { allowed, basis, reason };
}

/** Whoever has to be let in is answered for as somebody who was: only `join` itself is refused then. */
function answer<Person>(
  model: VendorModel<Person>,
  entry: Entry<Person>,
  api: Allowance,
  place: Place,
  action: Action,
): Allowance {
  if (action === "call the API") return api;
  const { outcome, person } = entry;
  if (action === "join") return fromEntry(entry, outcome === "joined");
  if (outcome === "refused" || person === undefined) return fromEntry(entry, false);
  if (action === "ask") return fromEntry(entry, true);
  if (place.at < place.joinedAt) return no("That is before joining.");
  const leaves = model.leavesAt(person, place);
  if (leaves !== null && place.at >= leaves) return no(`Has been removed at ${leaves}.`);
  return isInside(action) ? model.inside(person, action, place) : fromEntry(entry, true);
}

/** Answers for every action, after one check at the door. */
export async function askAll<Person>(
  model: VendorModel<Person>,
  token: string | undefined,
  place: Place,
): Promise<Readonly<Record<Action, Allowance>>> {
  const entry = await model.enter(token, place);
  const api = await model.api(token, place.at);
  const answers = actions.map((action) => [action, answer(model, entry, api, place, action)] as const);
  return Object.fromEntries(answers) as Record<Action, Allowance>;
}
