import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A way to a server that can be cut: a network between the two. */
export interface CutWire extends AsyncDisposable {
  /** The server's address by this way. */
  url: string;
  /** Breaks every connection, without a goodbye, and lets none through until it is mended. */
  cut(): void;
  mend(): void;
}

/** Opens a way to the server at an address. */
export async function openCutWire(url: string): Promise<CutWire> {
  const { port } = new URL(url);
  const sockets = new Set<Socket>();
  let isCut = false;
  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    if (isCut) return void near.resetAndDestroy();
    const far = connect(Number(port), "127.0.0.1");
    [near, far].forEach(track);
    near.pipe(far).pipe(near);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const cut = (): void => {
    isCut = true;
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    url: `http://localhost:${typeof address === "object" && address ? address.port : ""}`,
    cut,
    mend: () => void (isCut = false),
    async [Symbol.asyncDispose]() {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
