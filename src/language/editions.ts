/** An edition that is published beside this one: its language, and the path of its contents. */
export interface Edition {
  readonly language: string;
  readonly base: string;
}

/**
 * The editions on a host, this one among them, as DOWNHILL_EDITIONS names them: `en=/ de=/de/`.
 *
 * @throws where one is not written so
 */
export function editionsIn(named: string | undefined): readonly Edition[] {
  return (named ?? "")
    .split(/\s+/)
    .filter(Boolean)
    .map((one) => {
      const [, language = "", base = ""] = /^([\w-]+)=(\/(?:.*\/)?)$/.exec(one) ?? [];
      if (language === "")
        throw new Error(
          `DOWNHILL_EDITIONS: “${one}” is no edition. Write a language and its path, such as de=/de/.`,
        );
      return { language, base };
    });
}
