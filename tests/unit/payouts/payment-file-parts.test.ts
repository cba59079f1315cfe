import { expect, it } from "vitest";
import { joinFile, splitFile } from "../../../src/payouts/payment-file-parts.rules.js";

const transfer = (id: string, name: string): string =>
  `<CdtTrfTxInf><PmtId><EndToEndId>${id}</EndToEndId></PmtId><Nm>${name}</Nm></CdtTrfTxInf>`;
const FILE = `<Document>\n  ${transfer("a", "Ada")}\r\n${transfer("b", "Grace")}\n</Document>\n`;

it("takes payments out of a file, by their end-to-end ids", () => {
  const { frame, parts } = splitFile(FILE);
  expect(parts.map(({ number, endToEndId }) => [number, endToEndId])).toEqual([
    [1, "a"],
    [2, "b"],
  ]);
  expect(frame).not.toContain("Ada");
});

it("puts a file together again, byte for byte", () => {
  const { frame, parts } = splitFile(FILE);
  expect(joinFile(frame, (number) => parts[number - 1]?.text ?? null)).toBe(FILE);
});

it("marks a payment that is gone", () => {
  const { frame, parts } = splitFile(FILE);
  const joined = joinFile(frame, (number) => (number === 1 ? null : (parts[1]?.text ?? null)));
  expect(joined).toContain("<!-- erased -->");
  expect(joined).toContain("Grace");
});

it("knows what banks answer, with a prefix of their own", () => {
  const status =
    "<p:TxInfAndSts x='1'><p:OrgnlEndToEndId> a </p:OrgnlEndToEndId>" +
    "<p:Nm>Ada</p:Nm></p:TxInfAndSts>";
  const { frame, parts } = splitFile(`<p:Document>${status}</p:Document>`);
  expect(parts).toEqual([{ number: 1, endToEndId: "a", text: status }]);
  expect(frame).not.toContain("Ada");
});
