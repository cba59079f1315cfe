/** The name under which one room offers something that another is composed with. */
export class ServiceKey<T> {
  /** Ties T to the key; never set. */
  declare readonly service: T;
  constructor(readonly name: string) {}
}

/**
 * What rooms are composed with: engines and ports that are made once, by the composition root. A
 * room declares its key, the root provides the value, use cases and resolvers take it from their
 * context.
 */
export class Services {
  readonly #values = new Map<ServiceKey<unknown>, unknown>();

  provide<T>(key: ServiceKey<T>, value: T): this {
    this.#values.set(key, value);
    return this;
  }

  /** @throws Error when the composition root forgot it */
  use<T>(key: ServiceKey<T>): T {
    if (!this.#values.has(key)) throw new Error(`The service "${key.name}" was not provided`);
    return this.#values.get(key) as T;
  }
}
