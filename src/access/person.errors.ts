import { DomainError } from "../shared/errors.js";

export class PersonNotFound extends DomainError {
  constructor() {
    super("PERSON_NOT_FOUND", "There is no such person", ["personId"]);
  }
}

export class EmailTaken extends DomainError {
  constructor() {
    super("EMAIL_TAKEN", "Another person has this e-mail address", ["email"]);
  }
}

export class PersonIsDisabled extends DomainError {
  constructor() {
    super("PERSON_DISABLED", "The person may not sign in any more", ["personId"]);
  }
}

export class PasswordTooWeak extends DomainError {
  constructor(minLength: number) {
    super(
      "PASSWORD_TOO_WEAK",
      `A password has ${minLength} to 200 characters, more than a few of them different, and not ` +
        "the name of the account in it",
      ["password"],
    );
  }
}

/** One answer for all reasons, so that nobody learns which accounts there are. */
export class SignInRefused extends DomainError {
  constructor() {
    super(
      "SIGN_IN_REFUSED",
      "The e-mail address, password or code is not right, or there were too many attempts: then " +
        "wait a while",
    );
  }
}

/** The password was right, and the account has a second factor. */
export class TotpRequired extends DomainError {
  constructor() {
    super("TOTP_REQUIRED", "Send the code of the authenticator app as well", ["totp"]);
  }
}
