import { serve } from "@hono/node-server";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { getCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { NONCE, secureHeaders, type SecureHeadersVariables } from "hono/secure-headers";
import type { Child } from "hono/jsx";

import { readStory } from "./answers.ts";
import { sendClaim } from "./claims.ts";
import { loadDraft } from "./drafts.ts";
import { FirstPage } from "./pages/first.tsx";
import { ReasonPage } from "./pages/reason.tsx";
import { ResultPage } from "./pages/result.tsx";
import { Secret } from "./secret.ts";
import { settings } from "./settings.ts";

type Env = { Variables: SecureHeadersVariables };
type Request = Context<Env>;

const FIRST = "/en/claim/what-went-wrong";
const app = new Hono<Env>();

app.use(compress());
app.use(
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: [NONCE, "'strict-dynamic'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    permissionsPolicy: { camera: [], geolocation: [], microphone: [], payment: [], usb: [] },
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    strictTransportSecurity: false,
  }),
);
app.use(csrf({ origin: settings.ORIGIN }));
app.use("/form/*", bodyLimit({ maxSize: 64 * 1024 }));

const secretOf = (c: Request) => Secret.parse(getCookie(c, "aero-draft"));
const nonceOf = (c: Request) => c.get("secureHeadersNonce") ?? "";

function page(c: Request, content: Child) {
  c.header("Cache-Control", "private, no-cache");
  return c.html(<>{"<!DOCTYPE html>"}{content}</>);
}

app.get(FIRST, async (c) => {
  const draft = await loadDraft(secretOf(c));
  return page(c, <FirstPage nonce={nonceOf(c)} answers={draft?.answers ?? {}} />);
});

app.get("/en/claim/reason", async (c) => {
  const draft = await loadDraft(secretOf(c));
  const story = draft && readStory(draft.answers);
  if (!story?.success) return c.redirect(FIRST, 303);
  const { answers, updatedAt, expiresAt } = draft!;
  return page(
    c,
    <ReasonPage nonce={nonceOf(c)} story={story.data} answers={answers} saved={updatedAt} keptUntil={expiresAt} />,
  );
});

app.get("/en/claim/result", async (c) => {
  const draft = await loadDraft(secretOf(c));
  const story = draft && readStory(draft.answers);
  if (!story?.success) return c.redirect(FIRST, 303);
  return page(c, <ResultPage nonce={nonceOf(c)} story={story.data} />);
});

app.post("/form/claim/send", async (c) => {
  const secret = secretOf(c);
  const form = await c.req.parseBody();
  const ticks = ["is-true", "may-act"].map((name) => [name, String(form[`form[${name}]`] ?? "")]);
  const link = secret && (await sendClaim(secret, Object.fromEntries(ticks)));
  return c.redirect(link ? `/en/tracking/${link}?sent` : FIRST, 303);
});

app.use(serveStatic({ root: "./public" }));

const server = serve({ fetch: app.fetch, hostname: settings.HOST, port: settings.PORT });
process.on("SIGTERM", () => server.close(() => process.exit(0)));
