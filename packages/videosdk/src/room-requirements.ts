import type { Native, Remedy } from "@roompass/core/adapter";
import type { VideosdkProperties } from "./properties.js";
import { isGeneratedRoomId } from "./room-id.js";

/**
 * The room has to exist: made by VideoSDK under an id of its own, or under `customRoomId`, for which making it twice is
 * harmless. No room setting is needed for what the token says.
 */
export function roomRequirements(native: Native<VideosdkProperties>): readonly Remedy[] {
  const { roomId } = native.properties;
  if (roomId === undefined) return [];
  const setting = isGeneratedRoomId(roomId) ? "roomId" : "customRoomId";
  return [{ vendor: "videosdk", where: "room", setting, value: roomId }];
}
