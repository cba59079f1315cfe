import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../../src/shared/database/embedded-postgres.js";
import type { EmbeddedPostgres } from "../../src/shared/database/embedded-postgres.js";
import { migrate } from "../../src/shared/database/migrate.js";

/** A Postgres of a test's own, as durable as a hub's is, that can be made to crash. */
export class CrashingPostgres {
  private recovered: Promise<void> = Promise.resolve();

  private constructor(
    private readonly folder: string,
    private running: EmbeddedPostgres,
  ) {}

  static async start(): Promise<CrashingPostgres> {
    const folder = await mkdtemp(join(tmpdir(), "tutti-crash-"));
    await chmod(folder, 0o755); // as root, Postgres runs as a user of its own
    const running = await startEmbeddedPostgres({ dataDir: join(folder, "hub") });
    await migrate(running.url);
    return new CrashingPostgres(folder, running);
  }

  get url(): string {
    return this.running.url;
  }

  /** Drops everything at once, as a failing machine does, and recovers; its port may be another. */
  crash(): Promise<void> {
    this.recovered = this.restart();
    return this.recovered;
  }

  private async restart(): Promise<void> {
    await this.running.stop("immediate");
    this.running = await startEmbeddedPostgres({ dataDir: join(this.folder, "hub") });
  }

  async stop(): Promise<void> {
    await this.recovered;
    await this.running.stop("immediate");
    await rm(this.folder, { recursive: true, force: true });
  }
}
