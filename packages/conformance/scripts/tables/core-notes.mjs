// What each flag of the core vectors means, for the reader of a failing line.

const note = (bugType, description, effect, more = {}) => ({ bugType, description, effect, ...more });
const links = (...addresses) => ({ links: addresses });
const rfc = (number, section) => `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`;

export const coreNotes = {
  NameAsItIs: note("BASIC", "A usual name, to the letter.", "An adapter that refuses every name would look safe."),
  NameOfTwoReadings: note(
    "PRIVILEGE_WIDENING",
    "A name that two systems read differently, or that names nothing: refused, never tidied up.",
    "The token is good for another room, or bound to somebody else, or to nobody.",
    links(rfc(8259, "8.2"), rfc(8259, "8.3")),
  ),
  Plain: note(
    "BASIC",
    "A token with nothing wrong, the positive twin of many others.",
    "An adapter that refuses everything would look safe.",
  ),
  NotCanonical: note(
    "MALLEABILITY",
    "The same bytes in another spelling.",
    "Two texts are one token: lists of revoked or used tokens are passed by.",
    links(rfc(7515, "2"), rfc(4648, "3.5")),
  ),
  NotThreeParts: note(
    "AUTH_BYPASS",
    "A compact token has exactly three parts, none of them empty.",
    "A token without a signature, or of another kind, passes for a signed one.",
    { ...links(rfc(7515, "7.1")), cves: ["CVE-2020-28042", "CVE-2023-51774"] },
  ),
  ForeignCharacter: note(
    "MALLEABILITY",
    "A character that stands in no compact token: white space, padding in the middle, the other alphabet, anything beyond ASCII.",
    "A lenient decoder skips it, and two texts are one token.",
    { ...links(rfc(7515, "2")), cves: ["CVE-2022-25898"] },
  ),
  PastingNoise: note(
    "MALLEABILITY",
    "What gets around a token when somebody copies it. Tools for people may strip it, verification never does.",
    "Two texts are one token.",
  ),
  OtherSerialization: note(
    "AUTH_BYPASS",
    "A JSON serialization, an encrypted token, or something around a token.",
    "Two readers see two different tokens in one text.",
    { ...links(rfc(7515, "7.2")), cves: ["CVE-2022-39227"] },
  ),
  InvalidEncoding: note(
    "MALLEABILITY",
    "The JSON of a token is UTF-8 without a byte order mark, and nothing is repaired.",
    "A replacement character makes two names one; another encoding hides a member from one of two readers.",
    links(rfc(8259, "8.1"), rfc(8725, "3.7")),
  ),
  NotJson: note(
    "MALLEABILITY",
    "Header and claims are each one JSON object, by the letter of the standard.",
    "Readers that repair a text disagree about what it says.",
    links(rfc(7519, "7.2"), rfc(8259, "2")),
  ),
  DuplicateName: note(
    "AUTH_BYPASS",
    "One object has a name twice, also where one of them is written with an escape.",
    "The one that checks sees the first value and the one that acts the last.",
    links(rfc(7515, "5.2"), rfc(8259, "4")),
  ),
  PrototypeName: note(
    "AUTH_BYPASS",
    "A member is named `__proto__`. Names such as `constructor` are plain data.",
    "Copied carelessly, it gives an object members that it does not have.",
    { cves: ["CVE-2024-34273"] },
  ),
  InexactNumber: note(
    "MALLEABILITY",
    "A number that changes when it is read: not finite, beyond 2^53, a fraction that vanishes.",
    "Two readers see two instants, or an infinite one.",
    links(rfc(8259, "6")),
  ),
  NoAlgorithm: note(
    "AUTH_BYPASS",
    "`none` in any casing, signed or not, or no algorithm at all.",
    "Anybody makes tokens.",
    { ...links(rfc(8725, "3.1")), cves: ["CVE-2015-9235", "CVE-2022-23540"] },
  ),
  OtherAlgorithm: note(
    "AUTH_BYPASS",
    "The algorithm is the verifier's, never the token's: any other name is refused, however good the signature.",
    "A token chooses how it is checked.",
    { ...links(rfc(8725, "3.1")), cves: ["CVE-2016-10555", "CVE-2022-23541"] },
  ),
  TokenType: note(
    "AUTH_BYPASS",
    "`typ` may be left out, or be `JWT` in any case, with `application/` or without. Anything else is another kind of token.",
    "A token made for something else opens a meeting.",
    links(rfc(8725, "3.11")),
  ),
  CriticalHeader: note(
    "AUTH_BYPASS",
    "A header that asks for an extension. None is implemented, so that none can be ignored.",
    "The token means something else than what was read.",
    { ...links(rfc(7515, "4.1.11"), rfc(7797, "6")), cves: ["CVE-2025-59420"] },
  ),
  KeyInToken: note(
    "AUTH_BYPASS",
    "The token brings its key along, or says where to fetch it.",
    "Anybody signs with a key of their own, or makes a server call an address.",
    { ...links(rfc(8725, "3.10")), cves: ["CVE-2018-0114"] },
  ),
  ForeignHeader: note(
    "AUTH_BYPASS",
    "A header member that this vendor's tokens never carry: compression, nesting, parameters of encryption.",
    "Something is skipped that changes what the token means or what it costs to read.",
    { cves: ["CVE-2024-28176"] },
  ),
  KeyId: note(
    "AUTH_BYPASS",
    "`kid` names a key that is not configured, or is no text. It is never used as a path, a query or a name of a member.",
    "A token chooses the key that it is checked with.",
    { ...links(rfc(7515, "4.1.4")), cves: ["CVE-2025-65945"] },
  ),
  Altered: note(
    "AUTH_BYPASS",
    "A part was altered after signing.",
    "Anybody rewrites a token that they hold.",
    links(rfc(7515, "5.2")),
  ),
  CutSignature: note(
    "AUTH_BYPASS",
    "The signature is too short, too long or empty. The whole tag is compared, never a part of it.",
    "A forgery needs a few guesses.",
    { ...links(rfc(7518, "3.2")), cves: ["CVE-2020-28042"] },
  ),
  WrongKey: note(
    "AUTH_BYPASS",
    "Signed with a key that is not configured.",
    "Anybody makes tokens.",
    links(rfc(7515, "5.2")),
  ),
  Rotation: note(
    "FUNCTIONALITY",
    "The verifier holds several keys: each of them is good, and no other.",
    "A rotation locks everybody out, or an old key stays good for ever.",
  ),
  KeyConfusion: note(
    "AUTH_BYPASS",
    "The text of a public key as an HMAC secret.",
    "What everybody may know signs tokens.",
    { ...links(rfc(8725, "2.1")), cves: ["CVE-2016-10555", "CVE-2023-48238"] },
  ),
  OtherAccount: note(
    "AUTH_BYPASS",
    "The token names another account of the vendor than the configured one, or none.",
    "Tokens of a test project open the meetings of another.",
    links(rfc(8725, "3.8")),
  ),
  WrongType: note(
    "PRIVILEGE_WIDENING",
    "A claim has another JSON type than the vendor documents. It is refused, not read as something near.",
    "A text such as `false` counts as true, or a limit that cannot be read as none.",
    { cves: ["CVE-2025-30144"] },
  ),
  UnsafeName: note(
    "AUTH_BYPASS",
    "A room or an identity has a control character, or half of a surrogate pair.",
    "Two systems read two different names.",
  ),
  UnknownMember: note(
    "FUNCTIONALITY",
    "A member that nobody documents is no reason to refuse a token.",
    "Tokens stop working when a vendor adds a claim.",
  ),
  ForeignToken: note(
    "AUTH_BYPASS",
    "A token of another vendor, or of another kind, signed with the same secret.",
    "A secret that is used twice makes keys to both houses.",
    links(rfc(8725, "2.7"), rfc(8725, "3.12")),
  ),
  ExpectedRoom: note(
    "AUTH_BYPASS",
    "The caller expects a room. Names are compared whole, as the vendor compares them.",
    "The guest of one meeting enters another.",
  ),
  ExpectedParticipant: note(
    "AUTH_BYPASS",
    "The caller expects a participant. A token that is bound to nobody is bound to no one in particular.",
    "Somebody joins under another's name.",
  ),
  ExpectedPurpose: note(
    "PRIVILEGE_WIDENING",
    "A token that joins a room does not call the vendor's server API, and the reverse.",
    "A participant administers the account.",
  ),
  EmptyExpectation: note(
    "AUTH_BYPASS",
    "An expectation that is empty, misspelt or of the wrong type is an error of the caller's, never a check that passes.",
    "A variable that was never filled in switches a check off.",
  ),
  ExpiryBoundary: note(
    "TIME",
    "A token is dead at its expiry, not one second later; the tolerance moves that by whole seconds.",
    "Somebody gets in who should not, or the other way round.",
    links(rfc(7519, "4.1.4")),
  ),
  NotBeforeBoundary: note(
    "TIME",
    "A token is good from its not-before on; the tolerance moves that by whole seconds.",
    "Somebody gets in too early.",
    links(rfc(7519, "4.1.5")),
  ),
  EmptyWindow: note(
    "TIME",
    "The token is over before it begins.",
    "A mistake of the minting machine goes unseen until somebody cannot join.",
  ),
  IssuedInFuture: note(
    "TIME",
    "The time of issue lies ahead of the clock.",
    "A token made in stock, or a clock that is wrong, goes unseen.",
    links(rfc(7519, "4.1.6")),
  ),
  NeverExpires: note(
    "TIME",
    "A token without an expiry is refused unless the caller accepts it out loud.",
    "A lost token is good for ever.",
  ),
  NotAnInstant: note(
    "TIME",
    "A time is an integer of unix seconds inside a sane window. Nothing is converted, rounded or clamped.",
    "A comparison with what is no number is always false: a token without an end.",
    { ...links(rfc(7519, "2")), cves: ["CVE-2025-30144"] },
  ),
  Milliseconds: note(
    "TIME",
    "Milliseconds where seconds belong: `Date.now()` without the division.",
    "A token that should last an hour lasts fifty thousand years.",
  ),
  RelativeTime: note(
    "TIME",
    "A duration where an instant belongs, or the other way round.",
    "A token that should last a day is dead since 1970, or the reverse.",
  ),
  StayIsNotExpiry: note(
    "TIME",
    "How long somebody may stay is no expiry: the one counts from joining, the other ends joining.",
    "A token that should die in an hour dies when its holder's stay is over, or the reverse.",
  ),
  FalsyTime: note(
    "TIME",
    "Zero, a negative value, an empty text: honoured or refused, never a reason to take the default.",
    "A token that should not live at all lives for hours.",
  ),
  AtLimit: note(
    "FUNCTIONALITY",
    "Exactly at the limit, which is still fine.",
    "Tokens that the vendor takes are refused.",
  ),
  OverLimit: note(
    "RESOURCE",
    "One more than the limit, or far more: refused before anything costly happens.",
    "One request occupies a processor or fills the memory.",
    { cves: ["CVE-2025-30204", "CVE-2024-28180"] },
  ),
};
