export { settle } from "./settle.rules.js";
export { loadTermsBook, settlementAccounts } from "./terms-book.js";
