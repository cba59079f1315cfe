/** The four questions of the bench, as the hub's schema is asked them. */

const MONEY = "{ amountMinor amount currency }";
const BALANCE = `{ posted ${MONEY} available ${MONEY} version }`;
const PAGE = 100;

/** What a server is asked: a document and its variables. */
export interface Question {
  query: string;
  variables: Record<string, unknown>;
}

export const CASES = ["list", "one", "deep", "page"] as const;
export type Case = (typeof CASES)[number];
export type Questions = Record<Case, Question>;

/** What of the data is asked for. */
export interface Asked {
  /** The partner whose whole tree is read. */
  partnerCode: string;
  /** The row id of an account with many entries. */
  accountId: string;
}

/** @param asked which rows the questions are about */
export function questionsOf({ partnerCode, accountId }: Asked): Questions {
  const id = `acc_${accountId}`;
  return {
    list: {
      query: `query List { accounts(first: 50) { nodes { id purpose reference currency
        partner { id code name } balance ${BALANCE} } } }`,
      variables: {},
    },
    one: {
      query: `query One($id: ID!) { account(id: $id) { id purpose reference currency normalSide
        state createdAt balance ${BALANCE} } }`,
      variables: { id },
    },
    deep: {
      query: `query Deep($code: String!) { partner(code: $code) { id code name kind state
        contracts { id code currency effectiveFrom timeZone version
          position { firstDay lastDay version payable ${MONEY}
            components { clause effect ${MONEY} } } }
        accounts { id purpose currency balance ${BALANCE}
          entries(first: 10) { nodes { version change ${MONEY} postedAt } } } } }`,
      variables: { code: partnerCode },
    },
    page: {
      query: `query Page($id: ID!) { account(id: $id) { entries(first: ${PAGE}) { nodes {
        version change ${MONEY} balanceAfter { posted ${MONEY} version } occurredAt postedAt }
        pageInfo { hasNextPage } } } }`,
      variables: { id },
    },
  };
}

/** The same questions in PostGraphile's own schema: the same rows and columns, its own names. */
export function postgraphileQuestionsOf({ partnerCode, accountId }: Asked): Questions {
  const balance = "currency balance pendingDebit pendingCredit version";
  const entry = "version amount balanceAfter postedAt";
  return {
    list: {
      query: `query List { allAccounts(first: 50) { nodes { rowId purpose reference ${balance}
        partnerByPartnerId { rowId code name } } } }`,
      variables: {},
    },
    one: {
      query: `query One($id: BigInt!) { accountByRowId(rowId: $id) { rowId purpose reference
        normalSide state createdAt ${balance} } }`,
      variables: { id: accountId },
    },
    deep: {
      query: `query Deep($code: String!) { partnerByCode(code: $code) { rowId code name kind state
        contractsByPartnerId { nodes { rowId code currency effectiveFrom timeZone version
          positionsByContractId { nodes { periodStart version accruedMinor accrued } } } }
        accountsByPartnerId { nodes { rowId purpose ${balance}
          entriesByAccountId(first: 10, orderBy: VERSION_DESC) { nodes { ${entry} } } } } } }`,
      variables: { code: partnerCode },
    },
    page: {
      query: `query Page($id: BigInt!) { accountByRowId(rowId: $id) {
        entriesByAccountId(first: ${PAGE}, orderBy: VERSION_DESC) {
          nodes { ${entry} occurredAt } pageInfo { hasNextPage } } } }`,
      variables: { id: accountId },
    },
  };
}
