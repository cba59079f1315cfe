import { Field, ObjectType } from "type-graphql";
import { CommandPayload } from "../shared/graphql/payload.type.js";
import { Requires } from "../shared/graphql/requires.js";
import { ContractType } from "./contract.type.js";
import { ContractVersionType } from "./contract-version.type.js";

@ObjectType({ simpleResolvers: true })
abstract class ContractChangePayload extends CommandPayload {
  @Field(() => ContractType, { nullable: true, description: "The contract as it is now." })
  contract!: ContractType | null;
}

@ObjectType({ simpleResolvers: true })
abstract class VersionPayload extends ContractChangePayload {
  @Field(() => ContractVersionType, { nullable: true, description: "The version as it is now." })
  contractVersion!: ContractVersionType | null;
}

@Requires("public")
@ObjectType("ScheduleContractVersionPayload", {
  simpleResolvers: true,
  description: "The version that was scheduled, or why none was.",
})
export class ScheduleContractVersionPayload extends VersionPayload {}

@Requires("public")
@ObjectType("MoveContractVersionPayload", {
  simpleResolvers: true,
  description: "The version that was moved, or why it was not.",
})
export class MoveContractVersionPayload extends VersionPayload {}

@Requires("public")
@ObjectType("CancelContractVersionPayload", {
  simpleResolvers: true,
  description: "The version that was cancelled, or why it was not.",
})
export class CancelContractVersionPayload extends VersionPayload {}

@Requires("public")
@ObjectType("EndContractPayload", {
  simpleResolvers: true,
  description: "The contract with its end, or why it was left as it is.",
})
export class EndContractPayload extends ContractChangePayload {}
