// Core and the adapters ask for the types of no platform.
import * as core from "@roompass/core";
import type * as adapter from "@roompass/core/adapter";
import * as kit from "@roompass/core/kit";
import * as daily from "@roompass/daily";
import { subject as dailySubject } from "@roompass/daily/conformance";
import * as livekit from "@roompass/livekit";
import { subject as livekitSubject } from "@roompass/livekit/conformance";
import * as metered from "@roompass/metered";
import { subject as meteredSubject } from "@roompass/metered/conformance";
import * as videosdk from "@roompass/videosdk";
import { subject as videosdkSubject } from "@roompass/videosdk/conformance";

export type AnyAdapter = adapter.AnyAdapter;
export const modules = [core, kit, daily, livekit, metered, videosdk];
export const subjects = [dailySubject, livekitSubject, meteredSubject, videosdkSubject];
