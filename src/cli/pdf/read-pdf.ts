import { getDocumentProxy } from "unpdf";

type Reader = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Opens a PDF to be read. */
export function openPdf(bytes: Uint8Array): Promise<Reader> {
  // The reader takes its bytes away from whoever gives them.
  return getDocumentProxy(new Uint8Array(bytes));
}

/** The page, counted from 1, of every named place of a PDF: the ids that links of the book lead to. */
export async function pagesOfPlaces(pdf: Reader): Promise<ReadonlyMap<string, number>> {
  const places = await pdf.getDestinations();
  const pages = new Map<string, number>();
  for (const [name, destination] of Object.entries(places)) {
    const page = (destination as readonly unknown[])[0] as Parameters<Reader["getPageIndex"]>[0];
    pages.set(name, (await pdf.getPageIndex(page)) + 1);
  }
  return pages;
}
