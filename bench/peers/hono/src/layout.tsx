import type { Child } from "hono/jsx";

type FrameProps = { title: string; path: string; nonce: string; children?: Child };

/** The document around every page. */
const Frame = ({ title, path, nonce, children }: FrameProps) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link id="styles" rel="stylesheet" href="/styles.css" />
      <script type="module" src="/claim.js" nonce={nonce}></script>
      <title>{title} – Aero</title>
    </head>
    <body>
      <a href="#main" class="skip-link">Skip to the main content</a>
      <Masthead path={path} />
      <main id="main" tabindex={-1} class="page">
        <div class="shell">{children}</div>
      </main>
      <Footer />
    </body>
  </html>
);

type StepPageProps = { title: string; step: string; nonce: string; back: string; here: number; aside?: Child; children?: Child };

/** A page of the form, with what was told so far beside it where there is something. */
export const StepPage = ({ title, step, nonce, back, here, aside, children }: StepPageProps) => {
  const column = (
    <div class="column">
      <a href={back} class="back-link">Back</a>
      <Progress here={here} />
      {children}
    </div>
  );
  return (
    <Frame title={title} path={`/en/claim/${step}`} nonce={nonce}>
      {aside ? (
        <div class="with-aside">
          <div class="column">{column}</div>
          {aside}
        </div>
      ) : column}
    </Frame>
  );
};

const Masthead = ({ path }: { path: string }) => (
  <header class="masthead">
    <div class="shell masthead-row">
      <a href="/en" class="masthead-home">
        <svg viewBox="0 0 80 24" role="img" aria-label="Aero" fill="none" stroke="currentColor" stroke-width="3.5" stroke-linecap="round" class="wordmark">
          <circle cx="10.5" cy="12.5" r="8" />
          <path d="M18.5 5v15.5" />
          <path d="M26.5 12.5H42a7.9 7.9 0 1 0-2.9 6.2" />
          <path d="M50 20.5V5M50 12.6c.3-4.4 3.1-7.3 7.6-7.5" />
          <circle cx="69.5" cy="12.5" r="8" />
          <circle class="wordmark-lamp" cx="69.5" cy="12.5" r="2.8" stroke="none" />
        </svg>
      </a>
      <nav aria-label="Help and language" class="masthead-nav">
        <a href="/en/help">Help</a>
        <a href={path.replace("/en/", "/fr/")} lang="fr" hreflang="fr">Français</a>
      </nav>
    </div>
  </header>
);

const Footer = () => (
  <footer class="site-footer">
    <div class="shell site-footer-row">
      <p>Run by Aero. We never ask you for a payment, a card number or a password by e-mail or telephone.</p>
      <ul role="list">
        <li><a href="/en/help">Help</a></li>
        <li><a href="/en/privacy">Privacy</a></li>
        <li><a href="/en/api">API</a></li>
        <li><a href="/en/desk">Staff</a></li>
      </ul>
    </div>
  </footer>
);

const SECTIONS = ["What happened", "Your trip", "Result", "People", "Check and send"];
const STATES = { done: "done", here: "you are here", next: "to come" };

/** The line with the five parts of the form. */
const Progress = ({ here }: { here: number }) => (
  <div class="line progress">
    <p>Part {here + 1} of 5: <strong>{SECTIONS[here]}</strong></p>
    <ol role="list" aria-label="Your progress">
      {SECTIONS.map((name, place) => {
        const state = place < here ? "done" : place === here ? "here" : "next";
        return (
          <li data-state={state} aria-current={state === "here" ? "step" : undefined}>
            <span class="progress-name">{name}<span class="sr">, {STATES[state]}</span></span>
          </li>
        );
      })}
    </ol>
  </div>
);

type StepFormProps = { step: string; answers: Record<string, string>; children?: Child };

/** The form of one page. */
export const StepForm = ({ step, answers, children }: StepFormProps) => {
  const known = Object.entries(answers).map(([name, text]) => `${name}\t${text}\n`);
  const today = new Date().toISOString().slice(0, 10);
  return (
    <form method="post" action="/form/claim/save" id="step" novalidate data-step={step} data-today={today} data-answers={known.join("")}>
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="language" value="en" />
      <button tabindex={-1} aria-hidden="true" class="sr">Continue</button>
      {children}
      <div class="actions">
        <button data-kind="primary" type="submit" class="button">Continue</button>
      </div>
    </form>
  );
};

type ChoicesProps = { name: string; heading: string; hint: string; chosen?: string | undefined; offers: [value: string, label: string, more?: string][] };

/** A question with one answer out of several. */
export const Choices = ({ name, heading, hint, chosen, offers }: ChoicesProps) => (
  <fieldset aria-describedby={`${name}-hint`} class="field">
    <legend><h1>{heading}</h1></legend>
    <p id={`${name}-hint`} class="hint">{hint}</p>
    <div class="choices">
      {offers.map(([value, label, more], place) => (
        <label class="choice">
          <input type="radio" id={place === 0 ? name : `${name}-${place + 1}`} name={`form[${name}]`} value={value} checked={value === chosen} />
          <strong>{label}</strong> {more && <small>{more}</small>}
        </label>
      ))}
    </div>
  </fieldset>
);
