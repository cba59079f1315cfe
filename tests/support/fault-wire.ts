import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { Server, Socket } from "node:net";
import { BackendAnswer, FrontendStatements } from "./fault-protocol.js";

/** Where in a statement's life its fault comes. */
export type Moment =
  /** It never leaves. */
  | "BEFORE"
  /** It has left; whether it is carried out is open. */
  | "IN_FLIGHT"
  /** It was carried out, and its answer never arrives. */
  | "AFTER";

export const MOMENTS: readonly Moment[] = ["BEFORE", "IN_FLIGHT", "AFTER"];

/** What happens: the connection is cut, and before that whatever `strike` does. */
export interface Fault {
  /** The number of statements that pass unharmed, on all connections together. */
  after: number;
  /** Only statements are counted, and struck, whose name begins so. */
  named?: string;
  moment: Moment;
  /** All connections are cut and none is let through any more: the process is gone. */
  endsProcess?: boolean;
  strike?(): Promise<void> | void;
}

interface Held {
  name: string;
  reached: PromiseWithResolvers<void>;
  letGo: PromiseWithResolvers<void>;
}

/**
 * A wire to Postgres that breaks where it is told to: it stands between a hub and the server,
 * understands just enough of the protocol to know where a statement ends and its answer, and keeps
 * a list of all that passed.
 */
export class FaultyWire {
  /** The statements that were sent over it, by name or by their first words. */
  readonly statements: string[] = [];
  private readonly sockets = new Set<Socket>();
  private armed: Fault | undefined;
  private held: Held | undefined;
  private isOver = false;
  private fired = Promise.withResolvers<string>();

  private constructor(
    private readonly server: Server,
    private target: { host: string; port: number },
  ) {}

  /** Opens a wire to the server of an address. */
  static async open(url: string): Promise<FaultyWire> {
    const { hostname: host, port } = new URL(url);
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const wire = new FaultyWire(server, { host, port: Number(port) });
    server.on("connection", (client) => wire.carry(client));
    return wire;
  }

  /** The same address, by way of this wire. */
  through(url: string): string {
    const address = this.server.address();
    const via = new URL(url);
    via.port = typeof address === "object" && address ? String(address.port) : "";
    return via.href;
  }

  /** Leads to another server from now on: one that crashed may come back on another port. */
  retarget(url: string): void {
    const { hostname: host, port } = new URL(url);
    this.target = { host, port: Number(port) };
  }

  /** Plans a fault. @returns the statement that it struck, once it has */
  plan(fault: Fault): Promise<string> {
    this.armed = { ...fault };
    this.fired = Promise.withResolvers<string>();
    return this.fired.promise;
  }

  /** Whether the planned fault is still to come; it is called off. */
  callOff(): boolean {
    const waiting = this.armed !== undefined;
    this.armed = undefined;
    return waiting;
  }

  /** Keeps the next statement of a name on the wire until it is let go. */
  holdBack(name: string): { reached: Promise<void>; letGo(): void } {
    const [reached, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    this.held = { name, reached, letGo };
    return { reached: reached.promise, letGo: () => letGo.resolve() };
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, "close");
  }

  private end(): void {
    this.isOver = true;
    for (const socket of this.sockets) socket.destroy();
  }

  private carry(client: Socket): void {
    if (this.isOver) return void client.destroy();
    const server = connect(this.target);
    const both = [client, server];
    const cut = () => both.forEach((socket) => socket.destroy());
    for (const socket of both) {
      this.sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", cut);
      socket.on("close", () => (this.sockets.delete(socket), cut()));
    }
    const statements = new FrontendStatements();
    const answer = new BackendAnswer();
    let withheld: Fault | undefined;
    let struck = false;
    const strike = (fault: Fault) => {
      struck = true; // whatever the server still says is not heard
      this.strike(fault, cut);
    };
    client.on("data", (bytes) => {
      for (const { bytes: whole, statement } of statements.read(bytes)) {
        const fault = statement === undefined ? undefined : this.due(statement);
        if (fault?.moment === "BEFORE") return strike(fault);
        const held = this.passing(statement);
        if (held) void held.then(() => server.write(whole));
        else server.write(whole);
        if (fault?.moment === "IN_FLIGHT") return strike(fault);
        withheld ??= fault;
      }
    });
    server.on("data", (bytes) => {
      if (struck) return;
      if (!withheld) client.write(bytes);
      else if (answer.endsWith(bytes)) strike(withheld);
    });
  }

  private passing(statement: string | undefined): Promise<void> | undefined {
    const { held } = this;
    if (!held || statement !== held.name) return undefined;
    this.held = undefined;
    held.reached.resolve();
    return held.letGo.promise;
  }

  private due(statement: string): Fault | undefined {
    this.statements.push(statement);
    const { armed } = this;
    if (!armed || !statement.startsWith(armed.named ?? "")) return undefined;
    if (armed.after-- > 0) return undefined;
    this.armed = undefined;
    return armed;
  }

  private strike({ strike, endsProcess }: Fault, cut: () => void): void {
    const statement = this.statements.at(-1) ?? "";
    void Promise.resolve(strike?.()).then(() => {
      cut();
      if (endsProcess) this.end();
      this.fired.resolve(statement);
    }, this.fired.reject);
  }
}
