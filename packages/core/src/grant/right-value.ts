import type { CaptureMode, Rights, SubscribeSelection } from "./grant.js";
import type { RightPath } from "./right-path.js";

/** What a grant states about one right. */
export type RightValue = boolean | SubscribeSelection | readonly CaptureMode[];

type Reader = (rights: Rights) => RightValue | undefined;

const readers: Readonly<Record<RightPath, Reader>> = {
  "rights.publish.microphone": (rights) => rights.publish?.microphone,
  "rights.publish.camera": (rights) => rights.publish?.camera,
  "rights.publish.screen": (rights) => rights.publish?.screen,
  "rights.publish.screenAudio": (rights) => rights.publish?.screenAudio,
  "rights.publish.custom": (rights) => rights.publish?.custom,
  "rights.publish.data": (rights) => rights.publish?.data,
  "rights.subscribe": (rights) => rights.subscribe,
  "rights.visible": (rights) => rights.visible,
  "rights.moderate.media": (rights) => rights.moderate?.media,
  "rights.moderate.remove": (rights) => rights.moderate?.remove,
  "rights.moderate.permissions": (rights) => rights.moderate?.permissions,
  "rights.admit": (rights) => rights.admit,
  "rights.record": (rights) => rights.record,
  "rights.livestream": (rights) => rights.livestream,
  "rights.transcribe": (rights) => rights.transcribe,
};

/** Reads one right of a grant; `undefined` where the grant makes no statement. */
export function rightValue(rights: Rights | undefined, path: RightPath): RightValue | undefined {
  return rights === undefined ? undefined : readers[path](rights);
}
