import { GraphQLScalarType, valueFromASTUntyped } from "graphql";

/** Terms as plain JSON; what is wrong with them is said by `validateTerms`, not by GraphQL. */
export const ContractTermsScalar = new GraphQLScalarType<unknown>({
  name: "ContractTerms",
  description:
    "The terms of a contract version as a JSON object: settlement currency, cycle, bases and " +
    "clauses. What is left out has its default, and is filled in where terms are answered. " +
    "schema/README.md describes every field; `@tutti/client` has its TypeScript type.",
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: valueFromASTUntyped,
});
