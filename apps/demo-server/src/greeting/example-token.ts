/** Daily's published example token, from its guide to meeting tokens. It is public; the key that signed it is Daily's. */
export const exampleToken: string = [
  "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9",
  "eyJuYmYiOjE1NDg3MjE1NjksImV4cCI6MTg2NDA4MTUzOCwiciI6ImhlbGxvIiwibyI6dHJ1ZSwic3MiOnRydWUsImVyIjoibG9jYWwiLCJkIjoiMjVkZjUwNTctZWYwZC00ZDk3LWJkZTYtMGNmMjg3Mjc2Y2JiIiwiaWF0IjoxNTQ4NzIxODMxfQ",
  "mvVciAengBR4xCblhFpo4mKYftQv1skYO4Y6IKr9Zgo",
].join(".");
