/** Where Daily prints the token below, in its guide to meeting tokens. */
export const examplePage = "https://docs.daily.co/docs/guides/privacy-and-security/meeting-tokens";

/** Daily's published example token. It is public, and the key that signed it is known to Daily alone. */
export const exampleToken: string = [
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
  "eyJuYmYiOjE1NDg3MjE1NjksImV4cCI6MTg2NDA4MTUzOCwiciI6ImhlbGxvIiwibyI6dHJ1ZSwic3MiOnRydWUsImVyIjoibG9jYWwiLCJkIjoiMjVkZjUwNTctZWYwZC00ZDk3LWJkZTYtMGNmMjg3Mjc2Y2JiIiwiaWF0IjoxNTQ4NzIxODMxfQ",
  "mvVciAengBR4xCblhFpo4mKYftQv1skYO4Y6IKr9Zgo",
].join(".");

/** The tour's clock, 1 January 2026: the example ends in 2029, and the tour shall look the same before and after. */
export const tourNow = 1_767_225_600;
