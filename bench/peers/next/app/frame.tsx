import type { ReactNode } from "react";

/** What stands around every page of the form. */
export function Frame({ path, children }: { path: string; children: ReactNode }) {
  return (
    <>
      <a href="#main" className="skip-link">Skip to the main content</a>
      <Masthead path={path} />
      <main id="main" tabIndex={-1} className="page">
        <div className="shell">
          <div className="column">{children}</div>
        </div>
      </main>
      <Footer />
    </>
  );
}

function Masthead({ path }: { path: string }) {
  return (
    <header className="masthead">
      <div className="shell masthead-row">
        <a href="/en" className="masthead-home">
          <svg viewBox="0 0 80 24" role="img" aria-label="Aero" fill="none" stroke="currentColor" strokeWidth="3.5" strokeLinecap="round" className="wordmark">
            <circle cx="10.5" cy="12.5" r="8" />
            <path d="M18.5 5v15.5" />
            <path d="M26.5 12.5H42a7.9 7.9 0 1 0-2.9 6.2" />
            <path d="M50 20.5V5M50 12.6c.3-4.4 3.1-7.3 7.6-7.5" />
            <circle cx="69.5" cy="12.5" r="8" />
            <circle className="wordmark-lamp" cx="69.5" cy="12.5" r="2.8" stroke="none" />
          </svg>
        </a>
        <nav aria-label="Help and language" className="masthead-nav">
          <a href="/en/help">Help</a>
          <a href={path.replace("/en/", "/fr/")} lang="fr" hrefLang="fr">Français</a>
        </nav>
      </div>
    </header>
  );
}

function Footer() {
  return (
    <footer className="site-footer">
      <div className="shell site-footer-row">
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
}

const SECTIONS = ["What happened", "Your trip", "Result", "People", "Check and send"];
const STATES = { done: "done", here: "you are here", next: "to come" };

/** The line with the five parts of the form. */
export function Progress({ here }: { here: number }) {
  return (
    <div className="line progress">
      <p>Part {here + 1} of 5: <strong>{SECTIONS[here]}</strong></p>
      <ol role="list" aria-label="Your progress">
        {SECTIONS.map((name, place) => {
          const state = place < here ? "done" : place === here ? "here" : "next";
          return (
            <li key={name} data-state={state} aria-current={state === "here" ? "step" : undefined}>
              <span className="progress-name">{name}<span className="sr">, {STATES[state]}</span></span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
