// Aero's style sheets as one file: the page looks the same.
import { readFileSync, writeFileSync } from "node:fs";

const folder = new URL("../../../style/", import.meta.url);
const read = (name) => readFileSync(new URL(name, folder), "utf8");
const sheets = [...read("main.css").matchAll(/@import "([^"]+)"/g)].map(([, name]) => read(name));
writeFileSync(new URL("app/styles.css", import.meta.url), sheets.join("\n"));
