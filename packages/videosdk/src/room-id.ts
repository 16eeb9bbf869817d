const generatedRoomId = /^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/;

/** Whether a room id looks like those that VideoSDK makes: `xxxx-xxxx-xxxx`. */
export function isGeneratedRoomId(roomId: string): boolean {
  return generatedRoomId.test(roomId);
}
