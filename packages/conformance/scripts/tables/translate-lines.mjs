// Lines that most reports have, by what the new token's holder can do.

/** A silent Daily participant: both vendors let everybody send and receive, and neither speaks of data. */
export const sendsAndReceives = [
  "assumed rights.publish{microphone,camera,screen,screenAudio,custom}",
  "advisory rights.publish.data",
  "assumed rights.subscribe",
  "assumed rights.visible",
];

/** A holder at Metered or VideoSDK: nobody there says who sends a screen's sound, custom tracks and data. */
export const sendsWhatIsDocumented = [
  "assumed rights.publish{microphone,camera,screen}",
  "advisory rights.publish.screenAudio",
  "advisory rights.publish.custom",
  "advisory rights.publish.data",
  "assumed rights.subscribe",
  "assumed rights.visible",
];

/** Neither vendor says who records, streams and transcribes. */
export const mayRecord = ["advisory rights.record", "advisory rights.livestream", "advisory rights.transcribe"];

/** Daily's room decides on recording; the administration that is withheld would have given the other two. */
export const mayRecordWhereTheRoomLets = [
  "advisory rights.record",
  'narrowed rights.livestream, try: policy vouch {"livestream":true}',
  'narrowed rights.transcribe, try: policy vouch {"transcribe":true}',
];

/** At VideoSDK nobody says that removing is denied, and whoever is inside answers those who ask. */
export const mayRemoveAndAdmit = ["advisory rights.moderate.remove", "advisory rights.admit"];
