import type { Native, Remedy } from "@roompass/core/adapter";
import type { DailyProperties } from "./properties.js";
import { modesOfRecording } from "./recording.js";

function roomSetting(setting: string, value: unknown): Remedy {
  return { vendor: "daily", where: "room", setting, value };
}

/**
 * Settings that the room needs. What the token itself depends on comes first; a private room is what makes a token
 * mean anything, since a public one lets everybody in without.
 */
export function roomRequirements({ properties }: Native<DailyProperties>): readonly Remedy[] {
  const requirements: Remedy[] = [];
  if (properties.knocking === true) requirements.push(roomSetting("enable_knocking", true));
  const { start_cloud_recording: starts, enable_recording: recording } = properties;
  const allowsCloud = recording !== undefined && modesOfRecording(recording).includes("cloud");
  if (starts === true && !allowsCloud) requirements.push(roomSetting("enable_recording", "cloud"));
  requirements.push(roomSetting("privacy", "private"));
  return requirements;
}
