import * as d from "../generated/operations.js";
import { present, type CallOptions, type Operations } from "./operations.js";
import { paginate } from "./paginate.js";

/** How many items a page of a list is read at once. */
const PAGE_SIZE = 100;

/** What the clock starts. */
export function jobs(operations: Operations) {
  return {
    list: (filter: d.JobFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.JobsDocument, variables, call)).jobs;
      }),
    /** Works on a job now; the job tells whether it was done. */
    async run(input: d.JobInput, call?: CallOptions) {
      return present(
        (await operations.command(d.RunJobDocument, "runJob", input, call)).job,
        "job",
      );
    },
    /** Works again on a job that failed. */
    async retry(input: d.JobInput, call?: CallOptions) {
      const answer = await operations.command(d.RetryJobDocument, "retryJob", input, call);
      return present(answer.job, "job");
    },
    /** Leaves a job undone, for a reason. */
    async skip(input: d.SkipJobInput, call?: CallOptions) {
      const answer = await operations.command(d.SkipJobDocument, "skipJob", input, call);
      return present(answer.job, "job");
    },
  };
}

/** What waits for a person. */
export function alerts(operations: Operations) {
  return {
    list: (filter: d.AlertFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.AlertsDocument, variables, call)).alerts;
      }),
    /** Says that an alert is dealt with, and how. */
    async resolve(input: d.ResolveAlertInput, call?: CallOptions) {
      const answer = await operations.command(d.ResolveAlertDocument, "resolveAlert", input, call);
      return present(answer.alert, "alert");
    },
  };
}
