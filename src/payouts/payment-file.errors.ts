import { DomainError } from "../shared/errors.js";

export class PaymentNotWritable extends DomainError {
  constructor(why: string, path: readonly (string | number)[] = []) {
    super("PAYMENT_NOT_WRITABLE", `The payment file cannot be written: ${why}`, path);
  }
}

export class StatusReportRefused extends DomainError {
  constructor(why: string) {
    super("STATUS_REPORT_REFUSED", `The status report is not taken: ${why}`);
  }
}
