// The stack of deploy/compose/ as data: who reaches whom, what is published, who is
// updated, where the tunnel leads. What of it can run here runs in deploy/image/test.sh.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { parse } from "yaml";

const FOLDER = fileURLToPath(new URL("../deploy/compose", import.meta.url));
const { services, networks, volumes, secrets } = parse(readFileSync(join(FOLDER, "compose.yaml"), "utf8"), { merge: true });
const UPDATED = "com.centurylinklabs.watchtower.enable";

const namesWhere = (holds) => Object.keys(services).filter((name) => holds(services[name])).sort();
const onNetwork = (network) => namesWhere((service) => service.networks.includes(network));

const folders = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** A copy of the folder, prepared with these settings. */
function prepared(settings = {}) {
  const all = {
    AERO_IMAGE: "registry.example.org/aero:1.4",
    AERO_HOST: "claims.example.org",
    N8N_HOST: "automation.example.org",
    TUNNEL_ID: "6ff42ae2-765d-4adf-8112-31c55c1551ef",
    ...settings,
  };
  const folder = mkdtempSync(join(tmpdir(), "aero-compose-"));
  folders.push(folder);
  cpSync(FOLDER, folder, { recursive: true });
  writeFileSync(join(folder, ".env"), Object.entries(all).map((line) => line.join("=") + "\n").join(""));
  const { status, stderr } = spawnSync(join(folder, "prepare.sh"), { encoding: "utf8" });
  return { folder, status, stderr, read: (file) => readFileSync(join(folder, file), "utf8") };
}

test("nothing is published on the machine, and nobody shares its network", () => {
  assert.deepEqual(namesWhere((service) => service.ports || service.network_mode), []);
});

test("the layers hold who belongs there", () => {
  assert.deepEqual(onNetwork("ingress"), ["aero_app", "aero_n8n_prod", "aero_tunnel"]);
  assert.deepEqual(onNetwork("application"), ["aero_app", "aero_n8n_prod", "aero_worker"]);
  assert.deepEqual(onNetwork("utility"), ["aero_cron", "aero_watchtower"]);
  assert.deepEqual(onNetwork("data"), ["aero_app", "aero_cron", "aero_n8n_prod", "aero_worker", "migrate", "postgres"]);
  assert.deepEqual(Object.keys(networks).sort(), ["application", "data", "ingress", "utility"]);
  assert.equal(networks.data.internal, true, "the database's network leads nowhere else");
});

test("the tunnel leads to both hosts, by the names and ports of compose, and else to 404", () => {
  const tunnel = parse(prepared().read("tunnel.yaml"));
  assert.deepEqual(tunnel.ingress, [
    { hostname: "claims.example.org", service: "http://aero_app:3000" },
    { hostname: "automation.example.org", service: "http://aero_n8n_prod:5678" },
    { service: "http_status:404" },
  ]);
  for (const { service } of tunnel.ingress.slice(0, -1)) {
    const { hostname } = new URL(service);
    assert.ok(services[hostname].networks.includes("ingress"), `the tunnel reaches ${hostname}`);
  }
  assert.equal(tunnel.tunnel, "6ff42ae2-765d-4adf-8112-31c55c1551ef");
  assert.ok(services.aero_tunnel.secrets.includes("tunnel_credentials"));
  assert.equal(tunnel["credentials-file"], "/run/secrets/tunnel_credentials");
  const asked = services.aero_tunnel.healthcheck.test;
  assert.equal(asked[asked.indexOf("--metrics") + 1], tunnel.metrics, "the health check asks where the tunnel answers");
});

test("only this project's own program is updated by the registry", () => {
  const own = namesWhere(({ image, command }) => image.startsWith("${AERO_IMAGE") && command[0] !== "migrate");
  assert.deepEqual(namesWhere(({ labels }) => labels?.[UPDATED] === "true"), own);
  assert.equal(services.aero_watchtower.environment.WATCHTOWER_LABEL_ENABLE, "true");
});

test("images of others are pinned by digest", () => {
  for (const [name, { image }] of Object.entries(services)) {
    if (image.startsWith("${AERO_IMAGE")) continue;
    assert.match(image, /:\d+\.\d+[\w.-]*@sha256:[0-9a-f]{64}\}?$/, name);
  }
  const dockerfile = readFileSync(join(FOLDER, "../../Dockerfile"), "utf8");
  for (const [, name, image] of dockerfile.matchAll(/^ARG (\w+_IMAGE)=(.*)$/gm)) assert.match(image, /@sha256:[0-9a-f]{64}$/, name);
});

test("nothing starts before what it needs is healthy", () => {
  const needs = (name) => Object.entries(services[name].depends_on).map(([other, { condition }]) => [other, condition]);
  assert.deepEqual(needs("migrate"), [["postgres", "service_healthy"]]);
  assert.deepEqual(needs("aero_n8n_prod"), [["postgres", "service_healthy"]]);
  assert.deepEqual(needs("aero_tunnel"), [["aero_app", "service_healthy"]]);
  for (const name of ["aero_app", "aero_worker", "aero_cron"]) {
    assert.deepEqual(needs(name), [["migrate", "service_completed_successfully"]], name);
  }
  assert.ok(services.postgres.healthcheck.test.includes("pg_isready"));
});

test("every container is without rights, and read-only but for n8n", () => {
  for (const [name, service] of Object.entries(services)) {
    assert.deepEqual(service.cap_drop, ["ALL"], name);
    assert.deepEqual(service.security_opt, ["no-new-privileges:true"], name);
    assert.equal(service.privileged, undefined, name);
    assert.equal(service.read_only, name !== "aero_n8n_prod", name);
  }
  const socket = namesWhere(({ volumes = [] }) => volumes.some((volume) => volume.includes("docker.sock")));
  assert.deepEqual(socket, ["aero_watchtower"]);
});

test("no secret stands in an environment, and each is a file that is mounted", () => {
  for (const [name, { environment = {}, secrets: mounted = [] }] of Object.entries(services)) {
    const files = mounted.map((one) => `/run/secrets/${one.target ?? one}`);
    for (const [key, value] of Object.entries(environment)) {
      const isSecret = /(PASSWORD|SECRET|KEYS?|TOKEN|DATABASE_URL)$/.test(key);
      assert.ok(!isSecret, `${name} has ${key} in its environment`);
      if (key.endsWith("_FILE")) assert.ok(files.includes(value), `${name} mounts ${value}`);
    }
    for (const one of mounted) assert.ok(secrets[one.source ?? one], `${name}: ${one.source ?? one} is a secret`);
  }
  for (const { file } of Object.values(secrets)) assert.match(file, /^\.\/secrets\//);
});

test("the app has the role of run time, and only the migration has the owner's", () => {
  const mounts = (secret) => namesWhere(({ secrets: mounted = [] }) => mounted.some((one) => (one.source ?? one) === secret));
  assert.deepEqual(mounts("owner_database_url"), ["migrate"]);
  assert.deepEqual(mounts("app_database_url"), ["aero_app", "aero_cron", "aero_worker", "migrate"]);
  assert.deepEqual(mounts("postgres_password"), ["postgres"]);
  assert.deepEqual(mounts("smtp_url"), ["aero_worker"]);
  assert.deepEqual(mounts("link_keys"), ["aero_app", "aero_worker"]);
  assert.deepEqual(services.aero_cron.secrets, ["app_database_url"], "who only says what is due holds no other secret");
});

test("the app believes the tunnel and nobody else about where a request comes from", () => {
  const [{ subnet }] = networks.ingress.ipam.config;
  const { environment } = services.aero_app;
  assert.equal(environment.AERO_TRUSTED_PROXIES, subnet);
  assert.equal(environment.AERO_CLIENT_ADDRESS_HEADER, "cf-connecting-ip");
});

test("who makes links and who sends them share the keys, and one process alone says what is due", () => {
  const link = (name) => services[name].environment.AERO_LINK_KEYS_FILE;
  assert.equal(link("aero_worker"), link("aero_app"));
  assert.deepEqual(services.aero_worker.command, ["worker", "--no-schedule"]);
  assert.deepEqual(services.aero_cron.command, ["worker", "--schedule-only"]);
});

test("what must last lies in volumes: the database's data, stored files, files of other releases", () => {
  assert.deepEqual(Object.keys(volumes), ["postgres_data", "aero_blobs", "aero_releases"]);
  assert.ok(services.postgres.volumes.includes("postgres_data:/var/lib/postgresql/data"));
});

test("whoever stores files has the same folder for it, in the volume and not in the container", () => {
  const dockerfile = readFileSync(join(FOLDER, "../../Dockerfile"), "utf8");
  for (const name of ["aero_app", "aero_worker"]) {
    const { environment, volumes } = services[name];
    const folder = environment.AERO_BLOBS.replace(/^file:\/\//, "");
    assert.ok(volumes.includes(`aero_blobs:${folder}`), name);
    assert.ok(dockerfile.includes(`--owner=aero --group=aero --mode=0700 ${folder}`), "the image has it, with the right owner");
  }
  assert.deepEqual(namesWhere(({ volumes = [] }) => volumes.some((one) => one.startsWith("aero_blobs:"))), ["aero_app", "aero_worker"]);
});

test("who serves leaves the browser's files in a volume, and nobody else has it", () => {
  const { environment, volumes } = services.aero_app;
  const folder = environment.AERO_RELEASE_FILES;
  assert.match(folder, /^\/var\/lib\/aero\//);
  assert.deepEqual(volumes.filter((one) => one.startsWith("aero_releases:")), [`aero_releases:${folder}`]);
  const dockerfile = readFileSync(join(FOLDER, "../../Dockerfile"), "utf8");
  assert.ok(dockerfile.includes(`--owner=aero --group=aero --mode=0700 ${folder}`), "the image has it, with the right owner");
  assert.deepEqual(namesWhere(({ volumes = [] }) => volumes.some((one) => one.startsWith("aero_releases:"))), ["aero_app"]);
});

// https://docs.docker.com/reference/compose-file/ against the schema of Compose 1.29.
test("the file has no key that Compose 1.29 refuses", () => {
  const file = parse(readFileSync(join(FOLDER, "compose.yaml"), "utf8"), { merge: true });
  for (const key of ["name", "include", "configs"]) assert.equal(file[key], undefined, key);
  for (const [name, service] of Object.entries(services)) {
    for (const key of ["develop", "env_file"]) assert.equal(service[key], undefined, `${name}.${key}`);
    assert.equal(service.healthcheck?.start_interval, undefined, name);
    for (const need of Object.values(service.depends_on ?? {})) assert.deepEqual(Object.keys(need), ["condition"], name);
  }
});

test("preparing writes every secret once, closed to others, and different each time", () => {
  const { folder, read, stderr } = prepared();
  const given = ["tunnel_credentials.json", "smtp_url"];
  for (const name of given) assert.ok(stderr.includes(`secrets/${name}`), `what only the operator has is asked for: ${name}`);
  const made = Object.values(secrets).map(({ file }) => file.split("/").at(-1)).filter((name) => !given.includes(name));
  assert.deepEqual(readdirSync(join(folder, "secrets")).sort(), made.sort());
  assert.equal(statSync(join(folder, "secrets")).mode & 0o777, 0o700);
  const passwords = made.filter((name) => !name.endsWith("_url")).map((name) => read(`secrets/${name}`));
  assert.equal(new Set(passwords).size, passwords.length);
  for (const password of passwords) assert.match(password, /^[0-9a-f]{64}$/);
  assert.equal(
    read("secrets/app_database_url"),
    `postgres://aero_app:${read("secrets/app_database_password")}@postgres:5432/aero?sslmode=disable`,
  );
  execFileSync(join(folder, "prepare.sh"), { stdio: "ignore" });
  assert.deepEqual(made.filter((name) => !name.endsWith("_url")).map((name) => read(`secrets/${name}`)), passwords);
});

test("preparing refuses settings that would open a wrong host", () => {
  for (const settings of [
    { AERO_HOST: "" },
    { N8N_HOST: "https://automation.example.org/" },
    { N8N_HOST: "claims.example.org" },
    { TUNNEL_ID: "my tunnel" },
  ]) {
    const { status, stderr } = prepared(settings);
    assert.equal(status, 1, JSON.stringify(settings));
    assert.match(stderr, /^Error: /);
  }
});
