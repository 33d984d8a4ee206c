/** The text of a file of this site, fetched when nothing more urgent is. Rejects with the reason in words. */
export async function fetchText(url: string): Promise<string> {
  const response = await fetch(url, { priority: "low" } as RequestInit);
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${url}`);
  return response.text();
}
