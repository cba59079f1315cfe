import pg from "pg";
import { asHub, bigintTypes } from "../../src/shared/database/connection.js";

/** Connections as a hub's lanes have them, to any address. */
export function laneConnections(url: string): () => Promise<pg.Client> {
  return async () => {
    const client = new pg.Client({ connectionString: asHub(url), types: bigintTypes });
    client.on("error", () => undefined); // its next query fails with the same error
    await client.connect();
    return client;
  };
}
