import { connect } from "node:net";

/**
 * Sends bytes as they are, and reads until the connection ends.
 *
 * @param isOver Whether the sender says that nothing more comes: for requests that are not whole.
 */
export function raw(port: number, bytes: string | Uint8Array, isOver = false): Promise<string> {
  return new Promise((resolve) => {
    let read = "";
    const socket = connect(port, "127.0.0.1", () => (isOver ? socket.end(bytes) : socket.write(bytes)));
    socket.setEncoding("latin1");
    socket.on("data", (piece) => {
      read += String(piece);
    });
    // A connection that is broken off ends, too: what came before counts.
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(read));
  });
}
