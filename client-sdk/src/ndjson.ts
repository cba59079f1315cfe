import { NetworkError, ProtocolError } from "./errors.js";

/** The lines of a JSON stream as they arrive, parsed. @throws ProtocolError, NetworkError */
export async function* ndjsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for await (const chunk of body) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) yield parsed(line);
    }
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    throw new NetworkError("The answer broke off", { cause: error });
  }
  if (rest !== "") yield parsed(rest);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch (error) {
    throw new ProtocolError("A line of the answer is not JSON", { cause: error });
  }
}
