import { randomUUID } from "node:crypto";
import { RedisPubSub } from "graphql-redis-subscriptions";
import type { Redis } from "ioredis";
import type { Log } from "../shared/log.js";
import { decodeNews, encodeNews } from "./encode-news.js";
import type { News, NewsBus, NewsListener } from "./news-bus.js";

export interface RedisNewsOptions {
  /** A connection; the bus makes two of its own from it. */
  redis: Redis;
  /** Names the database: hubs of one database and no others hear each other. */
  channel: string;
  log: Log;
  /** Without a message for so long (the hub hears its own) Redis counts as lost. Milliseconds. */
  silenceMs: number;
}

/**
 * News over Redis' publish and subscribe, which drops what is sent while a subscriber is away, and
 * says so to nobody. So the bus listens for itself: silence means that news are being missed.
 */
export class RedisNewsBus implements NewsBus {
  readonly #self = randomUUID();
  readonly #publisher: Redis;
  readonly #subscriber: Redis;
  readonly #pubSub: RedisPubSub;
  #listener: NewsListener | undefined;
  #watch: NodeJS.Timeout | undefined;
  #heardAtMs = 0;
  #connected = false;

  constructor(private readonly options: RedisNewsOptions) {
    // What cannot be sent now is of no use later: the others have read it from Postgres by then.
    this.#publisher = options.redis.duplicate({ enableOfflineQueue: false });
    // Its own way of subscribing again rejects a promise that nobody hears when it is cut off then.
    const keeps = { maxRetriesPerRequest: null, autoResubscribe: false };
    this.#subscriber = options.redis.duplicate(keeps);
    this.#subscriber.on("ready", () => {
      this.#subscriber.subscribe(options.channel).catch(() => undefined);
    });
    const { log } = options;
    for (const each of [this.#publisher, this.#subscriber]) {
      each.on("error", (err: Error) => log.debug({ err }, "Redis connection of the live stream"));
    }
    this.#subscriber.on("close", () => this.#lose());
    this.#pubSub = new RedisPubSub({
      publisher: this.#publisher,
      subscriber: this.#subscriber,
      serializer: (news: News) => encodeNews(this.#self, news),
      deserializer: (text) => String(text),
    });
  }

  start(listener: NewsListener): void {
    this.#listener = listener;
    const { channel, log, silenceMs } = this.options;
    this.#pubSub
      .subscribe(channel, (text: string) => this.#receive(text))
      .catch((err: unknown) => log.warn({ err }, "Redis refuses the live stream's subscription"));
    // A failure of the first rejects a promise inside the package that only a second one is given;
    // unheard, it would end the process.
    this.#pubSub.subscribe(channel, () => undefined).catch(() => undefined);
    this.#watch = setInterval(() => this.#checkSilence(), Math.ceil(silenceMs / 3));
    listener.connected(false);
  }

  publish(news: News): void {
    this.#pubSub.publish(this.options.channel, news).catch(() => undefined);
  }

  async stop(): Promise<void> {
    clearInterval(this.#watch);
    this.#listener = undefined;
    this.#subscriber.disconnect();
    // What was told last is still on its way; without a connection there is nothing to wait for.
    await this.#publisher.quit().catch(() => this.#publisher.disconnect());
  }

  #receive(text: string): void {
    this.#heardAtMs = performance.now();
    if (!this.#connected) this.#tell(true);
    const message = decodeNews(text);
    if (message && message.from !== this.#self) this.#listener?.heard(message.news);
  }

  #checkSilence(): void {
    if (performance.now() - this.#heardAtMs > this.options.silenceMs) this.#lose();
  }

  #lose(): void {
    if (this.#connected) this.#tell(false);
  }

  #tell(isConnected: boolean): void {
    this.#connected = isConnected;
    const { log } = this.options;
    if (isConnected) log.info({}, "news of other hubs come over Redis");
    else log.warn({}, "Redis is silent; news of other hubs are read from Postgres");
    this.#listener?.connected(isConnected);
  }
}
