import type { ImportedDocument } from "@tutti/client";
import { Presets, SingleBar } from "cli-progress";
import type { InputFile } from "./import-files.js";

/** Tells the person who waits how far an import is. */
export interface ImportProgress {
  sent(bytes: number): void;
  documentDone(document: ImportedDocument): void;
  end(): void;
}

/** A bar on a terminal, a line for each document elsewhere. */
export function importProgress(
  files: readonly InputFile[],
  stream: NodeJS.WriteStream,
): ImportProgress {
  return stream.isTTY ? barProgress(files, stream) : lineProgress(stream);
}

function barProgress(files: readonly InputFile[], stream: NodeJS.WriteStream): ImportProgress {
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const format =
    "{bar} {percentage}% | {documents} documents, {transactions} transactions | {eta_formatted}";
  const bar = new SingleBar({ format, stream, hideCursor: true }, Presets.shades_classic);
  const counts = { documents: 0, transactions: 0 };
  bar.start(total, 0, counts);
  return {
    sent: (bytes) => bar.increment(bytes),
    documentDone(document) {
      counts.documents += 1;
      counts.transactions += document.transactions;
      bar.update(counts);
    },
    end: () => bar.stop(),
  };
}

function lineProgress(stream: NodeJS.WriteStream): ImportProgress {
  return {
    sent: () => undefined,
    documentDone({ file, state, transactions, posted, known, refused }) {
      const counts = `${transactions} transactions, ${posted} posted, ${known} already known`;
      const suffix = refused > 0 ? `, ${refused} refused` : "";
      stream.write(`${file}: ${state.toLowerCase()}, ${counts}${suffix}\n`);
    },
    end: () => undefined,
  };
}
