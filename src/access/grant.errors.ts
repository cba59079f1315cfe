import { DomainError } from "../shared/errors.js";

export class GrantNotFound extends DomainError {
  constructor() {
    super("GRANT_NOT_FOUND", "There is no such grant", ["grantId"]);
  }
}

export class GrantNotPending extends DomainError {
  constructor() {
    super("GRANT_NOT_PENDING", "The grant does not wait for a decision", ["grantId"]);
  }
}

export class GrantAlreadyEnded extends DomainError {
  constructor() {
    super("GRANT_ALREADY_ENDED", "The grant is not in force, nor waits to be", ["grantId"]);
  }
}

export class GrantLimitsDiffer extends DomainError {
  constructor() {
    super(
      "GRANT_LIMITS_DIFFER",
      "The holder has grants that are limited to other partners; all of them have one limit",
      ["partnerIds"],
    );
  }
}

/** The four-eyes principle, for grants. */
export class SecondAdministratorRequired extends DomainError {
  constructor() {
    super(
      "SECOND_PERSON_REQUIRED",
      "Somebody else has to decide on the grant than who asked for it or is to have it",
      ["grantId"],
    );
  }
}

export class RoleNotFound extends DomainError {
  constructor() {
    super("ROLE_NOT_FOUND", "There is no such role", ["roleId"]);
  }
}

export class RoleNameTaken extends DomainError {
  constructor() {
    super("ROLE_NAME_TAKEN", "Another role has this name", ["name"]);
  }
}

/** Who has the role would get what nobody approved. */
export class RoleInUse extends DomainError {
  constructor(added: string) {
    super(
      "ROLE_IN_USE",
      `Somebody has the role, and ${added} is dangerous: make another role and grant that`,
      ["permissions"],
    );
  }
}
