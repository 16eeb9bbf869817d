import type { InsideAction } from "../emulator/actions.js";
import { type Allowance, no, yes } from "../emulator/answers.js";
import type { Place } from "../emulator/model.js";
import type { MeteredPerson } from "./door.js";

function isAdmin({ data }: MeteredPerson): boolean {
  return data["isAdmin"] === true;
}

/** `disableVideo` and its like are hints to the vendor's iframe, and withhold nothing. */
function sends(person: MeteredPerson, isCamera = false): Allowance {
  const { room } = person;
  if (room["ownerOnlyBroadcast"] === true && !isAdmin(person)) return no("Only admins broadcast in this room.");
  if (room["audioOnlyRoom"] !== true) return yes("No token withholds sending.");
  // The setting occurs in the vendor's samples and is described nowhere.
  return isCamera ? no("The room has audio only.", "chosen") : yes("Nobody describes rooms with audio only.", "chosen");
}

function administers(person: MeteredPerson): Allowance {
  return isAdmin(person)
    ? yes("An admin, which may include this.", "chosen")
    : no("Not an admin, and nothing else is documented to give this.");
}

/** No token speaks of it, and the room's switch is the only one there is. */
function records(person: MeteredPerson): Allowance {
  return person.room["enableRecording"] === false
    ? no("The room does not record.")
    : yes("No token withholds recording.", "chosen");
}

function actsAs({ data }: MeteredPerson, { participantId }: Place): Allowance {
  const id = data["externalUserId"];
  if (participantId === undefined) return yes("No id was asked for.");
  if (typeof id !== "string" || id === "") return yes("The token is bound to nobody.");
  return id === participantId ? yes("It is the token's externalUserId.") : no("The token has another externalUserId.");
}

/** What somebody inside may do: one switch, `isAdmin`, and what the room says. */
export function insideMetered(person: MeteredPerson, action: InsideAction, place: Place): Allowance {
  switch (action) {
    case "act as":
      return actsAs(person, place);
    case "send video":
      return sends(person, true);
    case "send audio":
    case "share screen":
    case "share screen audio":
    case "send custom tracks":
      return sends(person);
    case "send messages":
      return yes("No token withholds messages.", "chosen");
    case "receive audio":
    case "receive video":
    case "receive screen":
    case "receive screen audio":
    case "receive custom tracks":
      return yes("No token withholds receiving.");
    case "be seen":
      return yes("Everybody is told who joins.");
    case "be hidden":
      return no("Nothing hides a participant.");
    case "mute others":
    case "remove others":
    case "change rights":
      return administers(person);
    case "admit":
      return isAdmin(person) ? yes("Admins admit people into private rooms.") : no("Only admins admit people.");
    case "record in the cloud":
      return records(person);
    case "stream":
    case "transcribe":
      return yes("Nobody documents who may.", "chosen");
    case "record audio in the cloud":
    case "record locally":
    case "record raw tracks":
      return no("There is no such kind of recording.");
    case "records on join":
    case "transcribes on join":
      return no("No token starts anything by itself.");
  }
}
