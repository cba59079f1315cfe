import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../shared/graphql/connection.type.js";
import { describedCommand } from "../shared/graphql/described-command.js";
import { decodeId } from "../shared/graphql/global-id.js";
import type { RequestContext } from "../shared/graphql/request-context.js";
import { Requires } from "../shared/graphql/requires.js";
import { directionOf, type SortedPage } from "../shared/graphql/sorted-page.type.js";
import { sessionsOfPerson } from "./api-key.loader.js";
import {
  createPerson,
  disablePerson,
  enablePerson,
  endSessionsOfPerson,
  resetPerson,
} from "./change-person.js";
import {
  CreatePersonInput,
  DisablePersonInput,
  EnablePersonInput,
  EndSessionsInput,
  PersonPageArgs,
  ResetPersonInput,
} from "./person.input.js";
import { pageOfPeople } from "./person.queries.js";
import {
  CreatePersonPayload,
  DisablePersonPayload,
  EnablePersonPayload,
  EndSessionsPayload,
  PersonConnection,
  PersonType,
  ResetPersonPayload,
  SessionType,
} from "./person.type.js";

/** The person that an input names, as the commands want them. */
function named<Input extends { personId: string }>(input: Input): Input {
  return { ...input, personId: decodeId("per", input.personId, ["personId"]) };
}

@Resolver(() => PersonType)
export class PersonResolver {
  @Requires("person:read")
  @Query(() => PersonConnection, { description: "The people who may sign in, or once might." })
  people(
    @Args(() => PersonPageArgs) page: SortedPage,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<PersonType>> {
    return pageOfPeople(ctx, directionOf(page, "ASC"), page);
  }

  @Requires("person:manage")
  @Mutation(() => CreatePersonPayload, {
    description: describedCommand(
      "Adds a person, with a password for the first sign-in. They may do nothing until " +
        "`grantRole` gives them a role.",
      'createPerson(input: { email: "kim@example.com", name: "Kim" }) ' +
        "{ person { id } temporaryPassword userErrors { code message } }",
    ),
  })
  createPerson(
    @Arg("input", () => CreatePersonInput, { description: "Who." }) input: CreatePersonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreatePersonPayload> {
    return createPerson(ctx, input);
  }

  @Requires("person:manage")
  @Mutation(() => ResetPersonPayload, {
    description: describedCommand(
      "Gives a person another password for one sign-in, takes their second factor away and ends " +
        "their sessions.",
      'resetPerson(input: { personId: "per_019a..." }) ' +
        "{ temporaryPassword userErrors { code message } }",
    ),
  })
  resetPerson(
    @Arg("input", () => ResetPersonInput, { description: "Who." }) input: ResetPersonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<ResetPersonPayload> {
    return resetPerson(ctx, named(input));
  }

  @Requires("person:manage")
  @Mutation(() => DisablePersonPayload, {
    description: describedCommand(
      "Lets a person in no more, within seconds and subscriptions included.",
      'disablePerson(input: { personId: "per_019a..." }) ' +
        "{ person { state } userErrors { code message } }",
    ),
  })
  async disablePerson(
    @Arg("input", () => DisablePersonInput, { description: "Who." }) input: DisablePersonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DisablePersonPayload> {
    return { person: await disablePerson(ctx, named(input)) };
  }

  @Requires("person:manage")
  @Mutation(() => EnablePersonPayload, {
    description: describedCommand(
      "Lets a person in again.",
      'enablePerson(input: { personId: "per_019a..." }) ' +
        "{ person { state } userErrors { code message } }",
    ),
  })
  async enablePerson(
    @Arg("input", () => EnablePersonInput, { description: "Who." }) input: EnablePersonInput,
    @Ctx() ctx: RequestContext,
  ): Promise<EnablePersonPayload> {
    return { person: await enablePerson(ctx, named(input)) };
  }

  @Requires("person:manage")
  @Mutation(() => EndSessionsPayload, {
    description: describedCommand(
      "Signs a person out everywhere, subscriptions included.",
      'endSessions(input: { personId: "per_019a..." }) ' +
        "{ person { id } userErrors { code message } }",
    ),
  })
  async endSessions(
    @Arg("input", () => EndSessionsInput, { description: "Whose." }) input: EndSessionsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<EndSessionsPayload> {
    return { person: await endSessionsOfPerson(ctx, named(input)) };
  }

  @Requires("person:read")
  @FieldResolver(() => [SessionType], { description: "Where they are signed in, newest first." })
  sessions(@Root() person: PersonType, @Ctx() ctx: RequestContext): Promise<SessionType[]> {
    return ctx.loaders.load(ctx, sessionsOfPerson, person.id);
  }
}
