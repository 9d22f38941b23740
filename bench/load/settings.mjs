// How long, how often and how hard; each can be set in the environment.

const number = (name, usual) => Number(process.env[name] ?? usual);

export const settings = {
  /** Rounds of A and B. */
  rounds: number("BENCH_ROUNDS", 5),
  /** Seconds of load on each side in a round. */
  seconds: number("BENCH_SECONDS", 5),
  /** Seconds of load before the first round, so that nothing is cold. */
  warmUp: number("BENCH_WARM_UP", 3),
  connections: number("BENCH_CONNECTIONS", 32),
  /** The server stands on one core; the load and PostgreSQL on the other. */
  serverCore: number("BENCH_SERVER_CORE", 0),
  loadCore: number("BENCH_LOAD_CORE", 1),
  /** Connections to the database, the same for every server. */
  pool: 10,
  /** How many claims the queue holds. */
  queue: (process.env.BENCH_QUEUE ?? "10000,100000,1000000").split(",").map(Number),
};

/** What Chromium accepts. */
export const BROWSER = "gzip, deflate, br, zstd";
