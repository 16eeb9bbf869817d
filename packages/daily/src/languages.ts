/** The codes of Daily's REST contract. */
const contractLanguages = [
  "da",
  "de",
  "en",
  "es",
  "fi",
  "fr",
  "it",
  "jp",
  "ka",
  "nl",
  "no",
  "pt",
  "pt-BR",
  "pl",
  "ru",
  "sv",
  "tr",
  "user",
] as const;

/** What daily-js takes beside them. */
const clientLanguages = ["cs", "sk", "en-us", ""] as const;

/** A language of Daily's prebuilt client, by Daily's own code; `user` is the browser's. */
export type DailyLanguage = (typeof contractLanguages)[number] | (typeof clientLanguages)[number];

/** Daily's codes that are not the BCP 47 tag itself. */
const tags: ReadonlyMap<DailyLanguage, string> = new Map([
  ["jp", "ja"],
  ["en-us", "en-US"],
]);

/** `user` asks for the browser's own language, and nobody documents what `ka` stands for (Korean, or Georgian). */
const withoutTag: ReadonlySet<DailyLanguage> = new Set(["user", "ka", ""]);

const known: ReadonlySet<string> = new Set([...contractLanguages, ...clientLanguages]);

const codes: ReadonlyMap<string, DailyLanguage> = new Map(
  [...contractLanguages, ...clientLanguages]
    .filter((code) => !withoutTag.has(code))
    .map((code) => [(tags.get(code) ?? code).toLowerCase(), code]),
);

export function isDailyLanguage(value: unknown): value is DailyLanguage {
  return typeof value === "string" && known.has(value);
}

/** Whether the REST contract lists the code; daily-js takes a few more. */
export function isContractLanguage(code: string): boolean {
  return (contractLanguages as readonly string[]).includes(code);
}

/** The BCP 47 tag, or `undefined` for a code that has none. */
export function tagOfLanguage(code: DailyLanguage): string | undefined {
  return withoutTag.has(code) ? undefined : (tags.get(code) ?? code);
}

/** Daily's code for a BCP 47 tag, or `undefined` where Daily has none. */
export function languageOfTag(tag: string): DailyLanguage | undefined {
  return codes.get(tag.toLowerCase());
}
