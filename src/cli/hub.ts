import { createTuttiClient, type TuttiClient } from "@tutti/client";
import { CliError } from "./cli-error.js";

const DEFAULT_URL = "http://localhost:4000";

/** The hub that the environment names. @throws CliError when there is no key */
export function hubFromEnvironment(env: NodeJS.ProcessEnv): TuttiClient {
  const { TUTTI_URL: url = DEFAULT_URL, TUTTI_API_KEY: apiKey } = env;
  if (!apiKey) {
    throw new CliError(
      "TUTTI_API_KEY is not set. Set it to an API key of the hub; the first one is printed when " +
        "the hub starts for the first time.",
    );
  }
  return createTuttiClient({ url, apiKey });
}
