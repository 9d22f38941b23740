import { day, place, type Story } from "../answers.ts";
import { StepPage } from "../layout.tsx";
import { RULES, assess, reasonWords, type Reason } from "../assessment.ts";
import { dayWords, flightWords, hoursWords, momentWords } from "../words.ts";
import { Ticket } from "./ticket.tsx";

/** The assessment. */
export const ResultPage = ({ nonce, story }: { nonce: string; story: Story }) => {
  const assessment = assess(story);
  const aside = (
    <aside aria-labelledby="based-on" class="aside">
      <div class="ticket">
        <h2 id="based-on" class="ticket-title">Based on your answers</h2>
        <div aria-hidden="true" class="perforation"></div>
        <Facts story={story} />
      </div>
    </aside>
  );
  return (
    <StepPage title="Your result so far – Result" step="result" nonce={nonce} back="/en/claim/reason" here={2} aside={aside}>
      <h1>Your result so far</h1>
      <Ticket story={story} late={hoursWords(assessment.late)} deadline={assessment.deadline} />
      <div class="actions">
        <a data-kind="primary" href="/en/claim/people" class="button">Continue to your claim</a>
      </div>
      <h2>Why</h2>
      <ol role="list" class="reasons">{assessment.reasons.map((reason) => <ReasonLine reason={reason} />)}</ol>
      <h2>What could change it</h2>
      <ul>{assessment.changes.map((change) => <li>{change}</li>)}</ul>
      <h2>By when</h2>
      <p>
        Send it by {assessment.deadline}. That is the shortest limit among the courts you could go to (Portugal).
        Sources differ about this limit, so do not wait for it.
      </p>
      <h2>If the airline says no</h2>
      <p>
        If the airline refuses, or has not answered after 60 days, you can turn to these bodies in Germany:
        Schlichtungsstelle Reise &amp; Verkehr; for airlines that are no members Schlichtungsstelle Luftverkehr at
        the Bundesamt fuer Justiz; Luftfahrt-Bundesamt (LBA). You can also go to court.
      </p>
      <h2>Other laws that apply</h2>
      <dl class="description-list"><dt>Montreal Convention</dt><dd>Still open. What did it cost you? Receipts help.</dd></dl>
      <p class="soft">This is what the rules of {RULES} say to your answers. A reviewer checks it before anything is decided.</p>
      <p>If something here looks wrong, change the answer it rests on; the result follows.</p>
    </StepPage>
  );
};

const ReasonLine = ({ reason }: { reason: Reason }) => (
  <li>
    <details>
      <summary><span>{reason.text}</span> <small>{reason.basis}</small></summary>
      <dl class="description-list">{reason.used.map(([term, text]) => <><dt>{term}</dt><dd>{text}</dd></>)}</dl>
    </details>
  </li>
);

/** The answers the assessment rests on, each with its way back. */
const Facts = ({ story }: { story: Story }) => {
  const codes = [story.origin, story["stop-1"], story.destination].map((text) => place(text).code);
  const rows: [term: string, text: string, step: string, more?: string][] = [
    ["What went wrong", "I arrived late", "what-went-wrong"],
    ["Route", codes.join(" → "), "trip", `One booking: ${story["one-booking"] === "yes" ? "Yes" : "No"}`],
    ["Flights", [story["flight-1"], story["flight-2"]].map(flightWords).join(", "), "flights"],
    ["Day of departure", dayWords(day(story, "flight")), "flights"],
    ["Booked arrival", momentWords(day(story, "booked-arrival")), "schedule"],
    ["Actual arrival", momentWords(day(story, "actual-arrival")), "arrival"],
    ["Airline’s reason", reasonWords(story.reason), "reason"],
  ];
  return (
    <dl class="summary-list">
      {rows.map(([term, text, step, more]) => (
        <div>
          <dt>{term}</dt>
          <dd>{text}{more && <small>{more}</small>}</dd>
          <dd class="summary-list-change"><a href={`/en/claim/${step}?back=result`}>Change<span class="sr"> {term}</span></a></dd>
        </div>
      ))}
    </dl>
  );
};
