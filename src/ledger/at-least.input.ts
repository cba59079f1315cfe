import { createParameterDecorator } from "type-graphql";

/** The argument of a query by which a client reads its own writes. */
export const AtLeast = createParameterDecorator<object>(({ args }) => args["atLeast"] ?? null, {
  arg: {
    name: "atLeast",
    typeFunc: () => String,
    options: {
      nullable: true,
      description: "The cursor of a mutation's commit: the answer is no older than that.",
    },
  },
});
