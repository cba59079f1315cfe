import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import PdfDocument from "pdfkit";

/** All lengths are in points, of which an inch has 72. */
export const PAGE = { margin: 48, footer: 36 };
const SMALL = 8;
const ROW_PADDING = 3;

/** A cell's text is broken into rows of at most so many characters, which fit on any page. */
const ROW_CHARACTERS = 900;

export interface Column {
  title: string;
  /** Its part of the line's width; all parts together are one. */
  part: number;
  align?: "left" | "right";
}

export interface TableRow {
  cells: readonly string[];
  bold?: boolean;
  /** Grey and in the first column only, over the whole width. */
  note?: boolean;
}

const fonts = new Map<string, Buffer>();

/** Noto Sans KR: Latin, Hangul and Hanja. Only the glyphs that a document uses go into it. */
function fontOf(weight: "Regular" | "Bold"): Buffer {
  const known = fonts.get(weight);
  if (known) return known;
  const entry = createRequire(import.meta.url).resolve("@embedpdf/fonts-kr");
  const font = readFileSync(join(entry, "../../fonts", `NotoSansKR-${weight}.otf`));
  fonts.set(weight, font);
  return font;
}

export interface PdfFacts {
  title: string;
  author: string;
  language: string;
  createdAt: Date;
}

/** A document of A4 pages on which tables break, each page with its number when it is ended. */
export class PdfLayout {
  readonly doc: PDFKit.PDFDocument;
  private readonly chunks: Buffer[] = [];
  private readonly ended: Promise<void>;

  constructor({ title, author, language, createdAt }: PdfFacts) {
    const { margin } = PAGE;
    this.doc = new PdfDocument({
      size: "A4",
      margins: { top: margin, left: margin, right: margin, bottom: margin + PAGE.footer },
      bufferPages: true,
      displayTitle: true,
      lang: language,
      pdfVersion: "1.7",
      info: { Title: title, Author: author, CreationDate: createdAt, ModDate: createdAt },
    });
    this.doc.registerFont("regular", fontOf("Regular")).registerFont("bold", fontOf("Bold"));
    this.doc.on("data", (chunk: Buffer) => this.chunks.push(chunk));
    this.ended = new Promise((resolve, reject) => {
      this.doc.once("end", resolve).once("error", reject);
    });
  }

  get width(): number {
    return this.doc.page.width - 2 * PAGE.margin;
  }

  heading(text: string, size: number): void {
    const { doc } = this;
    this.need(size * 4); // never alone at the foot of a page
    doc.moveDown(size > 12 ? 0 : 0.9);
    doc.font("bold").fontSize(size).fillColor("#111").text(text, PAGE.margin, doc.y);
    doc.moveDown(0.3);
  }

  paragraph(text: string): void {
    const { doc } = this;
    doc.font("regular").fontSize(SMALL);
    this.need(doc.heightOfString(text, { width: this.width }));
    doc.fillColor("#333").text(text, PAGE.margin, doc.y, { width: this.width });
  }

  /** A table; where it breaks, its titles stand again on the next page. */
  table(columns: readonly Column[], rows: readonly TableRow[]): void {
    const titles = { cells: columns.map(({ title }) => title), bold: true };
    const hasTitles = columns.some(({ title }) => title !== "");
    if (hasTitles) this.row(columns, titles);
    for (const row of rows.flatMap(inParts)) {
      if (this.need(this.heightOf(columns, row)) && hasTitles) this.row(columns, titles);
      this.row(columns, row);
    }
  }

  /** Ends the document and answers its bytes. @param footer by the page's number and their count */
  async end(footer: (page: number, pages: number) => string): Promise<Buffer> {
    const { doc } = this;
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      doc.switchToPage(page);
      doc.page.margins.bottom = 0; // below it pdfkit would begin another page
      doc.font("regular").fontSize(7).fillColor("#666");
      const at = doc.page.height - PAGE.margin;
      const text = footer(page + 1, count);
      doc.text(text, PAGE.margin, at, { width: this.width, align: "center", lineBreak: false });
    }
    doc.end();
    await this.ended;
    return Buffer.concat(this.chunks);
  }

  private row(columns: readonly Column[], row: TableRow): void {
    const { doc } = this;
    const height = this.heightOf(columns, row);
    this.need(height);
    const top = doc.y;
    this.inRow(row);
    for (const { text, left, width, align } of this.cells(columns, row)) {
      doc.text(text, left, top + ROW_PADDING, { width, align });
    }
    doc.y = top + height;
    if (row.note) return;
    const right = PAGE.margin + this.width;
    doc.moveTo(PAGE.margin, doc.y).lineTo(right, doc.y).lineWidth(0.4).stroke("#ccc");
  }

  private heightOf(columns: readonly Column[], row: TableRow): number {
    this.inRow(row);
    const heights = this.cells(columns, row).map(({ text, width }) =>
      this.doc.heightOfString(text === "" ? " " : text, { width }),
    );
    return Math.max(...heights) + 2 * ROW_PADDING;
  }

  private inRow({ bold, note }: TableRow): void {
    this.doc.font(bold ? "bold" : "regular").fontSize(note ? 7 : SMALL);
    this.doc.fillColor(note ? "#555" : "#111");
  }

  private cells(columns: readonly Column[], { cells, note }: TableRow) {
    const gap = 6;
    if (note) {
      const indent = 12;
      const place = { left: PAGE.margin + indent, width: this.width - indent };
      return [{ text: cells[0] ?? "", align: "left" as const, ...place }];
    }
    let left = PAGE.margin;
    return columns.map(({ part, align = "left" }, at) => {
      const width = this.width * part - gap;
      const cell = { text: cells[at] ?? "", left, width, align };
      left += width + gap;
      return cell;
    });
  }

  /** Begins another page where so much does not fit on this one, and tells whether it did. */
  private need(height: number): boolean {
    const { doc } = this;
    if (doc.y + height <= doc.page.height - PAGE.margin - PAGE.footer) return false;
    doc.addPage();
    return true;
  }
}

/** A row with a very long text as several, one below the other. */
function inParts(row: TableRow): TableRow[] {
  const longest = Math.max(...row.cells.map(({ length }) => length));
  const count = Math.max(1, Math.ceil(longest / ROW_CHARACTERS));
  return Array.from({ length: count }, (_, at) => ({
    ...row,
    cells: row.cells.map((text) => partOf(text, at)),
  }));
}

/** Whole characters only: half of one would be shown as none. */
function partOf(text: string, at: number): string {
  if (text.length <= ROW_CHARACTERS) return at === 0 ? text : "";
  return [...text].slice(at * ROW_CHARACTERS, (at + 1) * ROW_CHARACTERS).join("");
}
