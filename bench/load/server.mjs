// A server under measurement: started on its core, watched, stopped.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";

import { settings } from "./settings.mjs";

const TICKS_PER_SECOND = 100;

export async function freePort() {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Starts a program that listens on `port` and waits until `ready` is answered with 200. */
export async function start({ name, program, args = [], env = {}, cwd, port, ready }) {
  const began = performance.now();
  const said = [];
  const child = spawn("taskset", ["-c", String(settings.serverCore), program, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => said.push(text));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.once("error", () => {});
  while (!(await answers(port, ready))) {
    if (child.exitCode !== null || performance.now() - began > 30_000) {
      child.kill("SIGKILL");
      throw new Error(`${name} did not start: ${Buffer.concat(said).toString().slice(-500)}`);
    }
    await sleep(1);
  }
  return new Server(name, port, child, ended, performance.now() - began);
}

function answers(port, path) {
  return new Promise((resolve) => {
    const request = http.get({ host: "127.0.0.1", port, path, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.once("error", () => resolve(false));
  });
}

class Server {
  constructor(name, port, child, ended, readyAfter) {
    Object.assign(this, { name, port, child, ended, readyAfter, origin: `http://127.0.0.1:${port}` });
  }

  /** Milliseconds of work so far, in the program itself and in the kernel for it. */
  work() {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, "utf8").split(") ")[1].split(" ");
    const [own, kernel] = [fields[11], fields[12]].map((ticks) => (Number(ticks) * 1000) / TICKS_PER_SECOND);
    return { own, kernel };
  }

  /** Megabytes of memory that are in use. */
  resident() {
    const status = readFileSync(`/proc/${this.child.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) / 1024;
  }

  async stop() {
    this.child.kill("SIGTERM");
    const late = sleep(3000).then(() => this.child.kill("SIGKILL"));
    await Promise.race([this.ended, late]);
    await this.ended;
  }
}
