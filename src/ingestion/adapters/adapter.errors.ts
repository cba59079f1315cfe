import { DomainError } from "../../shared/errors.js";

export class UnknownAdapter extends DomainError {
  constructor(name: string, known: readonly string[]) {
    super("UNKNOWN_ADAPTER", `there is no adapter "${name}"; there are: ${known.join(", ")}`);
  }
}
