import type { Subject } from "@roompass/conformance";
import { subject as daily } from "@roompass/daily/conformance";
import { subject as livekit } from "@roompass/livekit/conformance";
import { subject as metered } from "@roompass/metered/conformance";
import { subject as videosdk } from "@roompass/videosdk/conformance";

/** Every vendor's package as the suite examines it. */
export const subjects: readonly Subject[] = [daily, livekit, metered, videosdk];
