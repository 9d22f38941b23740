// The words of the site, from the files the site is built from.
import { readFileSync } from "node:fs";

export type Language = "en" | "fr";
type Tree = { [key: string]: string | Tree };

const files = new Map<string, Tree>();

function file(language: Language, name: string): Tree {
  const key = `${language}/${name}`;
  let tree = files.get(key);
  if (!tree) {
    const url = new URL(`../../crates/text/locales/${key}.json`, import.meta.url);
    tree = JSON.parse(readFileSync(url, "utf8")) as Tree;
    files.set(key, tree);
  }
  return tree;
}

/** `words("fr", "claim_form.trip.stop", { n: 1 })` is "Escale 1". */
export function words(language: Language, key: string, values: Record<string, string | number> = {}): string {
  const [name = "", ...path] = key.split(".");
  let found: string | Tree | undefined = file(language, name);
  for (const part of path) found = typeof found === "object" ? found[part] : undefined;
  if (typeof found !== "string") throw new Error(`There are no words for ${key}`);
  return found.replace(/\{\{ (\w+) \}\}/g, (_, value: string) => String(values[value]));
}
