// A case judged for a program, against axum that only reads and writes JSON.

import { readFileSync } from "node:fs";

import { summary } from "../load/pair.mjs";
import { alternate } from "../load/rounds.mjs";

const CASE = readFileSync(new URL("case.json", import.meta.url), "utf8");

export default [
  {
    name: "assessments-echo",
    work: "`POST /api/v1/assessments`, a direct flight",
    against: "axum that sends the same JSON back",
    aim: 0.5,
    async measure(stage) {
      const a = await stage.aero(await stage.databases.create("aero_bench_pages"));
      const b = await stage.bytes(a);
      const request = { method: "POST", headers: { "Content-Type": "application/json" }, body: CASE };
      const measured = await alternate({
        a,
        b,
        requestA: { ...request, path: "/api/v1/assessments" },
        requestB: { ...request, path: "/echo" },
      });
      await stage.stop(a, b);
      return summary(a.name, b.name, measured);
    },
  },
];
