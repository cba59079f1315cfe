import { ProtocolError } from "./tutti-error.js";

/** Does what relies on the shape of an answer. @throws ProtocolError where it has another one */
export function relyingOn<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    throw new ProtocolError(`${what} has not the shape that it must have`, { cause: error });
  }
}

/** An item of a live stream, of a kind that may be unknown here. @throws ProtocolError */
export function itemIn<Item>(item: Item): Item {
  if (isObject(item) && "__typename" in item && typeof item.__typename === "string") return item;
  throw new ProtocolError("The stream has an item that is none");
}

/** What JSON calls an object. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
