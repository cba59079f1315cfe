import { ProtocolError } from "./errors.js";
import { errorOf } from "./answer.js";

/** The error of an HTTP answer that is not what was asked for. */
export async function refusalOf(response: Response): Promise<Error> {
  try {
    const answer = JSON.parse(await response.text()) as {
      errors?: { message: string; extensions?: Record<string, unknown> }[];
    };
    const [error] = answer.errors ?? [];
    if (error) return errorOf(error);
  } catch {
    // what is not JSON is told by its status
  }
  return new ProtocolError(`The hub answered HTTP ${response.status}`);
}
