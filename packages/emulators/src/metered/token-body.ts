import { z } from "zod";

/** What looks like milliseconds, and zero, is refused: nobody documents what either means. */
const instant = z.int().min(1).max(99_999_999_999);

/** The body of `POST /token`. Every field may be left out. */
export const tokenBodySchema = z.strictObject({
  // An address in place of a name would open no room, and show only at the door.
  roomName: z
    .string()
    .regex(/^[^\s/?#]+$/)
    .optional(),
  globalToken: z.boolean().optional(),
  isAdmin: z.boolean().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  meta: z.string().max(1000).optional(),
  // Who orders a token for somebody without an id has made a mistake: it would be bound to nobody.
  externalUserId: z.string().min(1).optional(),
  expireUnixSec: instant.optional(),
  notBeforeUnixSec: instant.optional(),
  ejectAfterElapsedTimeInSec: z.int().min(1).optional(),
  joinVideoOn: z.boolean().optional(),
  joinAudioOn: z.boolean().optional(),
  disableVideo: z.boolean().optional(),
  disableAudio: z.boolean().optional(),
  disableScreenSharing: z.boolean().optional(),
});

export type TokenBody = z.infer<typeof tokenBodySchema>;
