import type { Child } from "hono/jsx";

import { day, place, type Story } from "../answers.ts";
import { dayWords, flightWords, shortMoment } from "../words.ts";

/** The outcome as a ticket: sum, route, and what it hangs on. */
export const Ticket = ({ story, late, deadline }: { story: Story; late: string; deadline: string }) => (
  <section data-tone="good" aria-labelledby="outcome" class="ticket outcome">
    <div class="outcome-head">
      <svg viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class="icon">
        <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8 12.3l2.8 2.7 5.3-5.8" />
      </svg>
      <h2 id="outcome">Likely owed</h2>
    </div>
    <p class="amount">€400</p>
    <p class="sum">per person, under Regulation (EC) 261/2004</p>
    <div aria-hidden="true" class="perforation"></div>
    <div class="line route">
      <ol role="list" data-stops="3" aria-label="Your route so far">
        <Stop text={story.origin} leg={story["flight-1"]}><small>{dayWords(day(story, "flight"))}</small></Stop>
        <Stop text={story["stop-1"]} leg={story["flight-2"]} late><small>Change</small></Stop>
        <Stop text={story.destination}>
          <small>Booked <del>{shortMoment(day(story, "booked-arrival"))}</del></small>{" "}
          <small>Arrived <strong class="late">{shortMoment(day(story, "actual-arrival"))}</strong></small>
        </Stop>
      </ol>
    </div>
    <div aria-hidden="true" class="perforation"></div>
    <dl class="pairs">
      <div><dt>Late at the end</dt><dd>{late}</dd></div>
      <div><dt>Distance</dt><dd>2,097 km</dd></div>
      <div><dt>Airline to claim from</dt><dd>Lufthansa ({story["flight-2"].slice(0, 2)})</dd></div>
      <div><dt>Claim by</dt><dd>{deadline}</dd></div>
    </dl>
  </section>
);

type StopProps = { text: string; leg?: string; late?: boolean; children?: Child };

const Stop = ({ text, leg, late, children }: StopProps) => {
  const { city, code } = place(text);
  return (
    <li>
      <div class="route-stop">
        <span class="code">{code}</span> <span>{city}</span> {children}
      </div>
      {leg && (
        <p class="route-leg">
          <span class="code">{flightWords(leg)}</span> {late && <span class="late">late</span>}
        </p>
      )}
    </li>
  );
};
