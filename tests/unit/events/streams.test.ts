import { describe, expect, test } from "vitest";
import { eventBus } from "../../../src/shared/events/event-bus.js";
import { eventStream, MAX_WAITING_EVENTS } from "../../../src/shared/events/event-stream.js";
import { mapStream } from "../../../src/shared/events/map-stream.js";
import { recordingLog } from "../../support/recording-log.js";

interface Ticked {
  name: "Ticked";
  number: number;
}

const ticked = (number: number): Ticked => ({ name: "Ticked", number });
const newBus = () => eventBus(recordingLog().log);

describe("a stream of facts", () => {
  test("has what is published from its beginning on, before the first is asked for", async () => {
    const bus = newBus();
    await bus.publish([ticked(0)]);
    const stream = eventStream<Ticked>(bus, ["Ticked"]);
    await bus.publish([ticked(1), { name: "Other" }, ticked(2)]);
    expect(await stream.next()).toEqual({ done: false, value: ticked(1) });
    expect(await stream.next()).toEqual({ done: false, value: ticked(2) });
  });

  test("wakes its reader", async () => {
    const bus = newBus();
    const stream = eventStream<Ticked>(bus, ["Ticked"]);
    const next = stream.next();
    await bus.publish([ticked(1)]);
    expect(await next).toEqual({ done: false, value: ticked(1) });
  });

  test("that is quiet ends at once when its reader ends it, and listens no more", async () => {
    const bus = newBus();
    const stream = eventStream<Ticked>(bus, ["Ticked"]);
    const next = stream.next();
    await stream.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    await bus.publish([ticked(1)]);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });

  test("keeps the newest when its reader is slow", async () => {
    const bus = newBus();
    const stream = eventStream<Ticked>(bus, ["Ticked"]);
    await bus.publish(Array.from({ length: MAX_WAITING_EVENTS + 5 }, (_, at) => ticked(at)));
    expect(await stream.next()).toEqual({ done: false, value: ticked(5) });
  });
});

describe("a stream that is made of another", () => {
  test("leaves out what is made into nothing", async () => {
    const bus = newBus();
    const odd = mapStream(eventStream<Ticked>(bus, ["Ticked"]), ({ number }) =>
      number % 2 === 1 ? number : undefined,
    );
    await bus.publish([1, 2, 3].map(ticked));
    expect(await odd.next()).toEqual({ done: false, value: 1 });
    expect(await odd.next()).toEqual({ done: false, value: 3 });
  });

  test("that is quiet ends with its reader, and ends the other", async () => {
    const bus = newBus();
    const source = eventStream<Ticked>(bus, ["Ticked"]);
    const mapped = mapStream(source, ({ number }) => number);
    const next = mapped.next();
    await mapped.return?.();
    expect(await next).toEqual({ done: true, value: undefined });
    expect(await source.next()).toEqual({ done: true, value: undefined });
  });
});
