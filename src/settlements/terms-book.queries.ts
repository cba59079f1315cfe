import type { PublishedRate } from "./published-rates.rules.js";

/** What statements run on: a lane's connection, or the pool. */
export interface TermsReader {
  query<Row extends object>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
}

/** A contract's row, as far as its terms book has to know it. */
export interface ContractHeader {
  id: string;
  partnerId: string;
  currency: string;
  timeZone: string;
  lastDay: string | null;
  version: number;
}

export interface VersionRecord {
  contractId: string;
  number: number;
  effectiveFrom: string;
  terms: unknown;
}

export interface ClosureRecord {
  contractId: string;
  /** Milliseconds since the epoch. */
  periodStart: number;
  isClosed: boolean;
  revision: bigint;
}

/** The number of changes ever made to contracts, rates and closures. */
export async function readRevision(on: TermsReader): Promise<bigint> {
  const { rows } = await on.query<{ revision: bigint }>("select revision from terms_revision");
  return rows[0]?.revision ?? 0n;
}

export async function readContractHeaders(on: TermsReader): Promise<ContractHeader[]> {
  const { rows } = await on.query<ContractHeader>(
    `select id, partner_id as "partnerId", currency, time_zone as "timeZone", version,
       effective_to::text as "lastDay"
     from contract order by partner_id, starts_at, id`,
  );
  return rows;
}

/** The versions of some contracts, but for cancelled ones, in the order of their days. */
export async function readVersions(
  on: TermsReader,
  contractIds: readonly string[],
): Promise<VersionRecord[]> {
  const { rows } = await on.query<VersionRecord>(
    `select contract_id as "contractId", number, effective_from::text as "effectiveFrom", terms
     from contract_version where contract_id = any($1::uuid[]) and state = 'SCHEDULED'
     order by contract_id, effective_from`,
    [contractIds],
  );
  return rows;
}

/** What was closed and opened again after a revision. */
export async function readClosures(on: TermsReader, after: bigint): Promise<ClosureRecord[]> {
  const { rows } = await on.query<ClosureRecord>(
    `select contract_id as "contractId", reopened_at is null as "isClosed", revision,
       (extract(epoch from period_start) * 1000)::float8 as "periodStart"
     from closed_period where revision > $1 order by revision`,
    [after],
  );
  return rows;
}

/** What changes with every publication: asked before the rates themselves. */
export async function readRateMark(on: TermsReader): Promise<string> {
  const { rows } = await on.query<{ mark: string }>(
    `select concat(count(*), ' ', max(published_at), ' ', sum(revision)) as mark
     from exchange_rate`,
  );
  return rows[0]?.mark ?? "";
}

export async function readRates(on: TermsReader): Promise<PublishedRate[]> {
  const { rows } = await on.query<PublishedRate>(
    `select source, currency, quote, day::text as day, trim_scale(rate)::text as rate
     from exchange_rate`,
  );
  return rows;
}
