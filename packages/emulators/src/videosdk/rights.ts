import type { InsideAction } from "../emulator/actions.js";
import { type Allowance, type Basis, no, yes } from "../emulator/answers.js";
import type { Place } from "../emulator/model.js";
import { type Permission, permissionsOf } from "./claims.js";
import type { VideosdkPerson } from "./door.js";

const open = "No permission speaks of it: everybody inside may.";

/** What the vendor documents of permissions, it documents of those who may join. */
function basisOf(list: readonly Permission[]): Basis {
  return list.includes("allow_join") ? "documented" : "chosen";
}

/** What somebody inside may do: three permissions, and whatever none of them speaks of. */
export function insideVideosdk(person: VideosdkPerson, action: InsideAction, { participantId }: Place): Allowance {
  const list = permissionsOf(person.claims);
  const moderates = list.includes("allow_mod");
  switch (action) {
    case "act as":
      return participantId === undefined || participantId === person.participantId
        ? yes("It is the id that the client joined with.")
        : no("The client joined with another id.");
    case "send audio":
    case "send video":
    case "share screen":
    case "receive audio":
    case "receive video":
    case "receive screen":
    case "receive screen audio":
    case "receive custom tracks":
      return yes(open);
    case "share screen audio":
    case "send custom tracks":
    case "send messages":
    case "record in the cloud":
    case "record audio in the cloud":
    case "record raw tracks":
    case "stream":
    case "transcribe":
      return yes(open, "chosen");
    case "record locally":
      return no("There is no such kind of recording.");
    case "be seen":
      return yes("Everybody inside is in the list.");
    case "be hidden":
      return no("Nothing documented hides a participant.");
    case "mute others":
      return moderates ? yes("allow_mod.", basisOf(list)) : no("Only allow_mod switches others' devices.");
    case "remove others":
      return moderates
        ? yes("allow_mod, which may include removing.", "chosen")
        : no("Without allow_mod nobody is documented to remove others, and nobody to be kept from it.", "chosen");
    case "change rights":
      return no("Nothing changes what the token of somebody else gives.");
    case "admit":
      return list.includes("ask_join")
        ? no("Whoever had to ask does not answer.")
        : yes("Whoever walks in answers those who ask.", basisOf(list));
    case "records on join":
    case "transcribes on join":
      return no("No token starts anything by itself.");
  }
}
