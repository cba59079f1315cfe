import { Arg, Query, Resolver } from "type-graphql";
import { PartnerKindEnum, type PartnerKind } from "../partners/index.js";
import { Requires } from "../shared/graphql/requires.js";
import { contractTemplate } from "./contract-template.rules.js";
import { ContractTermsScalar, TermsValidation } from "./contract-terms.type.js";
import { reasonsAgainst } from "./terms-argument.rules.js";
import type { Terms } from "./terms.rules.js";

@Resolver(() => TermsValidation)
export class ContractTermsResolver {
  @Requires("contract:read")
  @Query(() => ContractTermsScalar, {
    description:
      "The terms with which a contract of this kind of partner begins. Its figures are examples.",
  })
  contractTemplate(
    @Arg("kind", () => PartnerKindEnum, { description: "What the partner provides." })
    kind: PartnerKind,
  ): Terms {
    return contractTemplate(kind);
  }

  @Requires("contract:read")
  @Query(() => TermsValidation, {
    description: "Whether terms could be agreed, and all reasons against them. Changes nothing.",
  })
  validateTerms(
    @Arg("terms", () => ContractTermsScalar, { description: "The terms." }) terms: unknown,
  ): TermsValidation {
    return reasonsAgainst(terms);
  }
}
