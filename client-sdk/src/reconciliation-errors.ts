import { RefusedError } from "./tutti-error.js";

export class BreakNotFoundError extends RefusedError {}
export class BreakNotOpenError extends RefusedError {}
export class ResolutionNotPossibleError extends RefusedError {}
export class PartnerNotReconciledError extends RefusedError {}
