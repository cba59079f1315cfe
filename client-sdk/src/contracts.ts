import * as d from "../generated/operations.js";
import type { ContractTermsInput } from "./contract-terms.js";
import { present } from "./operations.js";
import type { CallOptions, Operations } from "./operations.js";
import { PAGE_SIZE, paginate } from "./paginate.js";

/** What is agreed with partners. */
export function contracts(operations: Operations) {
  return {
    /** The contract with an id, or null. */
    async get(id: string, call?: CallOptions) {
      return (await operations.query(d.ContractDocument, { id }, call)).contract;
    },
    ...terms(operations),
    list: (filter: d.ContractFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.ContractsDocument, variables, call)).contracts;
      }),
    async create(input: d.CreateContractInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.CreateContractDocument, "createContract", input, call] as const),
      );
      return present(answer.contract, "contract");
    },
    async scheduleVersion(input: d.ScheduleContractVersionInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.ScheduleContractVersionDocument, "scheduleContractVersion", input, call] as const),
      );
      return present(answer.contract, "contract");
    },
    async moveVersion(input: d.MoveContractVersionInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.MoveContractVersionDocument, "moveContractVersion", input, call] as const),
      );
      return present(answer.contract, "contract");
    },
    async cancelVersion(input: d.CancelContractVersionInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.CancelContractVersionDocument, "cancelContractVersion", input, call] as const),
      );
      return present(answer.contract, "contract");
    },
    async end(input: d.EndContractInput, call?: CallOptions) {
      const answer = await operations.command(d.EndContractDocument, "endContract", input, call);
      return present(answer.contract, "contract");
    },
  };
}

/** What could be agreed, and what it would come to; nothing is changed. */
function terms(operations: Operations) {
  return {
    /** The terms with which a contract of this kind of partner begins. */
    async template(kind: d.PartnerKind, call?: CallOptions) {
      return (await operations.query(d.ContractTemplateDocument, { kind }, call)).contractTemplate;
    },
    /** Whether terms could be agreed, and all reasons against them; changes nothing. */
    async validateTerms(terms: ContractTermsInput, call?: CallOptions) {
      return (await operations.query(d.ValidateTermsDocument, { terms }, call)).validateTerms;
    },
    /** What past periods would have come to under other terms; null without such a contract. */
    async simulate(
      variables: { contractId: string; terms: ContractTermsInput; from: string; to: string },
      call?: CallOptions,
    ) {
      return (await operations.query(d.SimulateTermsDocument, variables, call)).simulateTerms;
    },
  };
}

/** What currencies are worth, by source and day. */
export function exchangeRates(operations: Operations) {
  return {
    /** The published rates, the newest day first. */
    list: (filter: d.ExchangeRateFilter = {}, call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after, filter };
        return (await operations.query(d.ExchangeRatesDocument, variables, call)).exchangeRates;
      }),
    async publish(input: d.PublishExchangeRatesInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.PublishExchangeRatesDocument, "publishExchangeRates", input, call] as const),
      );
      return present(answer.exchangeRates, "rates");
    },
    async correct(input: d.CorrectExchangeRateInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.CorrectExchangeRateDocument, "correctExchangeRate", input, call] as const),
      );
      return present(answer.exchangeRate, "rate");
    },
  };
}
