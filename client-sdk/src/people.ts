import * as d from "../generated/operations.js";
import { present, type CallOptions, type Operations } from "./operations.js";
import { PAGE_SIZE, paginate } from "./paginate.js";

/** Whoever signs in. */
export function people(operations: Operations) {
  return {
    list: (call?: CallOptions) =>
      paginate(async (after) => {
        const variables = { first: PAGE_SIZE, after };
        return (await operations.query(d.PeopleDocument, variables, call)).people;
      }),
    /** Adds a person; the password for their first sign-in is in this answer and never again. */
    async create(input: d.CreatePersonInput, call?: CallOptions) {
      const answer = await operations.command(d.CreatePersonDocument, "createPerson", input, call);
      return withPassword(answer);
    },
    async reset(input: d.ResetPersonInput, call?: CallOptions) {
      const answer = await operations.command(d.ResetPersonDocument, "resetPerson", input, call);
      return withPassword(answer);
    },
    async disable(input: d.DisablePersonInput, call?: CallOptions) {
      const answer = await operations.command(
        ...([d.DisablePersonDocument, "disablePerson", input, call] as const),
      );
      return present(answer.person, "person");
    },
    async enable(input: d.EnablePersonInput, call?: CallOptions) {
      const answer = await operations.command(d.EnablePersonDocument, "enablePerson", input, call);
      return present(answer.person, "person");
    },
    async endSessions(input: d.EndSessionsInput, call?: CallOptions) {
      const answer = await operations.command(d.EndSessionsDocument, "endSessions", input, call);
      return present(answer.person, "person");
    },
  };
}

function withPassword<Person>(answer: {
  person: Person | null;
  temporaryPassword: string | null;
}): { person: Person; temporaryPassword: string } {
  return {
    person: present(answer.person, "person"),
    temporaryPassword: present(answer.temporaryPassword, "password"),
  };
}
