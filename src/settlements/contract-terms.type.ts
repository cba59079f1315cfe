import { GraphQLScalarType, valueFromASTUntyped } from "graphql";
import { Field, ObjectType } from "type-graphql";
import { Requires } from "../shared/graphql/requires.js";
import { UserError } from "../shared/graphql/user-error.type.js";
import type { Terms } from "./terms.rules.js";

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

@Requires("public")
@ObjectType("TermsValidation", {
  simpleResolvers: true,
  description: "Whether terms could be agreed.",
})
export class TermsValidation {
  @Field(() => ContractTermsScalar, {
    nullable: true,
    description: "The terms with all defaults filled in; null when there are reasons against them.",
  })
  terms!: Terms | null;

  @Field(() => [UserError], { description: "All reasons against them; none when they are right." })
  reasons!: UserError[];
}
