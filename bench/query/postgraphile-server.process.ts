import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { postgraphile } from "postgraphile";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { pgSmartTags } from "postgraphile/utils";
import { asHub } from "../../src/shared/database/connection.js";
import { cpuMicros, serve } from "../live/child-process.js";

/** PostGraphile over the same tables, told of the relations that hot tables have no keys for. */
serve({
  async listen({ databaseUrl }: { databaseUrl: string }) {
    const instance = postgraphile({
      extends: [PostGraphileAmberPreset],
      plugins: [
        pgSmartTags([
          {
            kind: "class",
            match: "public.entry",
            tags: { foreignKey: "(account_id) references account (id)", name: "entry" },
          },
          {
            kind: "class",
            match: "public.position",
            tags: { foreignKey: "(contract_id) references contract (id)", name: "position" },
          },
        ]),
      ],
      pgServices: [makePgService({ connectionString: asHub(databaseUrl), schemas: "public" })],
      grafserv: { watch: false, graphiql: false },
      grafast: { explain: false },
    });
    const server = createServer();
    await instance.createServ(grafserv).addTo(server);
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  },
  cpuMicros,
});
