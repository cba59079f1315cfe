import type { TuttiClient } from "@tutti/client";

/**
 * Exports a partner's transactions as CSV, any number of them, and hands the text on piece by
 * piece: to a file, an archive, or a warehouse.
 */
export async function exportTransactions(
  tutti: TuttiClient,
  partnerId: string,
  take: (text: string) => Promise<void> | void,
): Promise<void> {
  const link = await tutti.transactions.export({ format: "CSV", partnerId });
  const bytes = await tutti.transactions.download(link);
  const reader = bytes.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    await take(value);
  }
}
