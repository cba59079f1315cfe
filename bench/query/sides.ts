import type { BenchContext } from "../harness/bench.js";
import { startChild, type BenchChild } from "../live/child-process.js";
import { postgraphileQuestionsOf, questionsOf, type Case, type Questions } from "./documents.js";
import type { FilledHub } from "./world.js";

/** `pipeline` is ours as well, with each request through the whole of Apollo's pipeline. */
export const SIDES = [
  "ours",
  "pipeline",
  "mercurius",
  "yoga",
  "postgraphile",
  "apollo",
  "raw",
] as const;
export type SideName = (typeof SIDES)[number];

interface Started {
  url: string;
  child: BenchChild;
}

/** A server and how it is asked. */
export interface Side extends Started {
  request(name: Case): { url: string; body: string; headers: Record<string, string> };
}

/** Who asks for this media type is answered by Apollo Server, and not on the short way. */
const NEGOTIATED = "application/graphql-response+json";
const JSON_TYPE = { "content-type": "application/json" };

/** Every server in a process of its own, on one database. */
export async function startSides(
  context: BenchContext,
  databaseUrl: string,
  filled: FilledHub,
): Promise<Record<SideName, Side>> {
  const start = async (file: string, options: object): Promise<Started> => {
    const child = startChild(context, file);
    const port = await child.call<number>("listen", { databaseUrl, ...options });
    return { child, url: `http://127.0.0.1:${port}` };
  };
  const peer = (name: string) => start("../query/peer-server.process.js", { peer: name });
  const questions = questionsOf(filled);
  const authorization = `Bearer ${filled.key}`;
  const ours = await start("./hub-server.process.js", { key: filled.key });
  const postgraphile = await start("../query/postgraphile-server.process.js", {});
  return {
    ours: graphql(ours, questions, { authorization }),
    pipeline: graphql(ours, questions, { authorization, accept: NEGOTIATED }),
    mercurius: graphql(await peer("mercurius"), questions),
    yoga: graphql(await peer("yoga"), questions),
    postgraphile: graphql(postgraphile, postgraphileQuestionsOf(filled)),
    apollo: graphql(await peer("apollo"), questions),
    raw: raw(await start("../query/raw-server.process.js", {}), questions),
  };
}

function graphql(
  started: Started,
  questions: Questions,
  headers: Record<string, string> = {},
): Side {
  return {
    ...started,
    request: (name) => ({
      url: `${started.url}/graphql`,
      body: JSON.stringify(questions[name]),
      headers: { ...JSON_TYPE, ...headers },
    }),
  };
}

function raw(started: Started, questions: Questions): Side {
  return {
    ...started,
    request: (name) => ({
      url: `${started.url}/${name}`,
      body: JSON.stringify(questions[name].variables),
      headers: JSON_TYPE,
    }),
  };
}
