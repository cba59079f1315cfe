import { enumOf } from "../shared/graphql/enum.js";
import type { RefusalCode } from "./adapters/index.js";

export const DocumentRefusalCodeEnum = enumOf<RefusalCode>(
  "DocumentRefusalCode",
  "Why a document was refused as a whole.",
  {
    EMPTY_DOCUMENT: "There is nothing in it.",
    TRUNCATED: "It ends before its end.",
    NOT_WELL_FORMED: "It breaks the rules of its syntax.",
    UNSUPPORTED_ENCODING: "It is in an encoding that is not read.",
    INVALID_ENCODING: "Its bytes are not what its encoding says.",
    DOCTYPE_NOT_ALLOWED: "It declares a document type, which may hold anything.",
    LIMIT_EXCEEDED: "It is larger than a limit, which the reason names.",
    BROKEN_ARCHIVE: "The archive is damaged or cut off.",
    EMPTY_ARCHIVE: "The archive holds no files.",
    UNSUPPORTED_FILE: "It is a kind of file that is not read.",
    FOREIGN_DOCUMENT: "It is another message, or another version, than the adapter reads.",
    UNKNOWN_ELEMENT: "It has an element where the message has none.",
    MISSING_ELEMENT: "It lacks an element that the message must have.",
    REPEATED_ELEMENT: "It has an element twice that may be there once.",
    INVALID_AMOUNT: "An amount is none, or has more decimals than its currency.",
    UNKNOWN_CURRENCY: "A currency is none that the hub knows.",
    MISSING_DIRECTION: "A payment does not say whether it is a credit or a debit.",
    INVALID_DIRECTION: "A payment says something else than credit or debit.",
    INVALID_DATE: "A date or time is none.",
    UNKNOWN_STATUS: "An entry has a status that the message does not know.",
    CONTROL_TOTAL: "A total that it states is not the sum of what it holds.",
    EXPRESSION_FAILED: "An expression of its adapter has no value for a line.",
    UNKNOWN_TYPE: "A value is not in the map of its adapter.",
    FORMULA_NOT_ALLOWED: "A text begins like the formula of a spreadsheet.",
  },
);
