// What each flag means, for the reader of a failing line.

const note = (bugType, description, effect, ...links) => ({
  bugType,
  description,
  effect,
  ...(links.length === 0 ? {} : { links }),
});

export const notes = {
  PublishedSample: note(
    "BASIC",
    "A token that the vendor prints in its public documentation, letter by letter; `source.url` says where. Nobody knows the key, so its signature cannot be checked.",
    "An adapter that misreads the vendor's own example reads nothing right.",
  ),
  DocumentedShape: note(
    "BASIC",
    "A payload in the shape of a sample in the vendor's documents or official code, with made-up values and a test key.",
    "Tokens made by the vendor's own samples are what people have.",
  ),
  AssumedShape: note(
    "BASIC",
    "The vendor publishes no token with this claim; its place follows from the documented request fields. Assumed, not observed.",
    "If the vendor writes it elsewhere, this vector changes.",
  ),
  OneClaim: note("BASIC", "One claim of the vendor and what it means.", "The claim would be misread or lost."),
  OneField: note("BASIC", "One field of a grant and where it goes.", "The field would be lost or written wrong."),
  AbsentIsNotFalse: note(
    "PRIVILEGE_WIDENING",
    "Absent makes no statement, `false` does. Neither is ever made of the other.",
    "A default written out overrides the room's settings; a denial that is dropped becomes a permission.",
  ),
  RoleFlag: note(
    "PRIVILEGE_WIDENING",
    "One flag or permission stands for several rights. Read, it gives what is surely documented; minted, all of them have to be asked for.",
    "Somebody becomes a moderator who was meant to be less.",
  ),
  EntryRequest: note(
    "PRIVILEGE_WIDENING",
    "The holder has to be admitted by somebody inside.",
    "A guest of the waiting room walks in.",
  ),
  Contradiction: note(
    "PRIVILEGE_WIDENING",
    "The token says two things that exclude each other. What is promised is the lesser of them, what is feared the greater.",
    "A right is taken for granted that the vendor may withhold, or a restriction that it may ignore.",
  ),
  UnknownStance: note(
    "PRIVILEGE_WIDENING",
    "The vendor does not document what follows. The reading is the cautious one, and a finding or a bound says so.",
    "A guess passes for a fact.",
  ),
  UnknownValue: note(
    "PRIVILEGE_WIDENING",
    "A documented claim has a value that nobody documents. It gives nothing, and an error says so.",
    "A value that nobody knows is mapped to a right that somebody knows.",
  ),
  WrongType: note(
    "PRIVILEGE_WIDENING",
    "A documented claim has another JSON type than documented. It gives nothing, and an error says so.",
    "A text such as `false` counts as true, or a limit that cannot be read as none.",
  ),
  ToleratedSpelling: note(
    "FUNCTIONALITY",
    "A spelling that the vendor's own samples or SDKs are known to write is read like the documented one, and reported.",
    "Real tokens could not be read.",
  ),
  UnknownMember: note(
    "DATA_LOSS",
    "A member that the adapter has never heard of survives where it stood, and changes nothing else.",
    "A token that is read and written again has lost something.",
  ),
  MisnamedClaim: note(
    "FUNCTIONALITY",
    "A name that people mistake for a claim. It has no effect, and a warning says which claim was probably meant.",
    "Somebody believes in a restriction that is not there.",
  ),
  NotEnforced: note(
    "PRIVILEGE_WIDENING",
    "A restriction that the vendor does not document to enforce. It is shown, and never counted on.",
    "A restriction is trusted that a client can ignore.",
  ),
  VendorDefault: note(
    "PRIVILEGE_WIDENING",
    "What holds where the token is silent, as the vendor documents it.",
    "Silence is read as a denial, or as a permission.",
  ),
  EveryRoom: note(
    "PRIVILEGE_WIDENING",
    "A token without a room is good for every room of the account.",
    "A guest of one meeting can enter all of them.",
  ),
  NeverExpires: note(
    "TIME",
    "A token without an expiry. `null` means never and is written only where the vendor documents it; otherwise the expiry is not known.",
    "A lost token is good for ever.",
  ),
  TimeClaim: note(
    "TIME",
    "Expiry, not-before, time of issue and the length of a stay, in unix seconds.",
    "Somebody gets in too early or too late, or stays too long.",
  ),
  Identity: note(
    "AUTH_BYPASS",
    "Whom the token is bound to.",
    "Somebody else joins under that name, or the right person cannot.",
  ),
  Purpose: note(
    "PRIVILEGE_WIDENING",
    "Whether the token joins a room or calls the vendor's server API.",
    "A participant's token administers the account.",
  ),
  ShortNames: note(
    "FUNCTIONALITY",
    "Daily abbreviates claims, and the same letter means different things at different places: decoded by position, never with one flat table.",
    "`ca` is taken for custom audio where it means administration.",
    "https://docs.daily.co/docs/guides/privacy-and-security/self-signing-tokens",
  ),
  Description: note(
    "BASIC",
    "A description or a hint to the client. It carries no rights; where it has no place it is reported, never refused.",
    "A name or a language gets lost without a word.",
  ),
  PersonalData: note(
    "SECRET_LEAK",
    "Personal data that other participants, or whoever holds the token, can read.",
    "Addresses and notes about people reach everybody in the room.",
  ),
  VendorOnly: note(
    "DATA_LOSS",
    "A property that only this vendor has. It is kept apart from the neutral grant, under its own name.",
    "A token that is read and written again has lost something.",
  ),
  RoomSettings: note(
    "PRIVILEGE_WIDENING",
    "The room's real settings, where they are known, are read in place of silence.",
    "A right that the room withholds is taken for given.",
  ),
  MissingStatement: note(
    "PRIVILEGE_WIDENING",
    "Something without a safe default was left out: the room, the expiry, or how somebody enters.",
    "A forgotten line makes a token for every room, for ever, or for a moderator.",
  ),
  CannotBeHeld: note(
    "PRIVILEGE_WIDENING",
    "The vendor's token has no place for this right or restriction. It is refused with its path, never left out silently.",
    "A restriction that was asked for is not there, or a right that was promised.",
  ),
  ModelledExtension: note(
    "PRIVILEGE_WIDENING",
    "An extension names what the neutral model already has. It is refused: nobody smuggles a role past a check.",
    "A grant that looks harmless makes an owner.",
  ),
  UnknownField: note(
    "FUNCTIONALITY",
    "A field that does not exist is an error, not something to pass over.",
    "A misspelt restriction restricts nothing.",
  ),
  Limit: note(
    "RESOURCE",
    "A length that the vendor documents. A value beyond it is refused, never cut.",
    "Two people whose ids begin alike become one.",
  ),
  RequestOnly: note(
    "FUNCTIONALITY",
    "A property that only a request to the vendor can carry; a claim is never made up for it.",
    "A setting is signed into a token where nobody reads it.",
  ),
  SecretPosition: note(
    "SECRET_LEAK",
    "The request as data says where the secret goes and never contains it.",
    "A key ends up in a log.",
  ),
  Recognized: note(
    "AUTH_BYPASS",
    "Whose a token is: what makes an adapter certain, what is no more than likely or possible, and what speaks against it. Short names are several vendors' own.",
    "A token is read by the wrong vendor's rules.",
  ),
  Translated: note(
    "PRIVILEGE_WIDENING",
    "A token that passes as it is: what it becomes at another vendor, and every path at which that is not certainly the same.",
    "A right is gained, or lost without a word.",
  ),
  CallersPolicy: note(
    "PRIVILEGE_WIDENING",
    "A token that passes because the caller said something about it: a room, an end, what a role really gives.",
    "What the caller said is passed over, or taken for more than was said.",
  ),
  AllowedWidening: note(
    "PRIVILEGE_WIDENING",
    "The caller lets named paths widen. Nothing else widens, and each of them is reported.",
    "One permission opens everything, or nobody is told what was opened.",
  ),
  UnreadableClaim: note(
    "PRIVILEGE_WIDENING",
    "A documented claim has a type or a value that nobody documents. It may have been a restriction, so the token is not translated.",
    "A limit that cannot be read is taken for none.",
  ),
};
