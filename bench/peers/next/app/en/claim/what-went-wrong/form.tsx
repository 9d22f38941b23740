"use client";

import { useActionState, useState, type FormEvent } from "react";

import { saveEvent } from "./actions";

const OFFERS = [
  ["delay", "I arrived late", "A flight was late, or I missed a connection"],
  ["cancellation", "My flight was cancelled", "Whether the airline moved you to another flight or not"],
  ["other", "Something else", "Refused boarding, a lower class, a flight moved earlier, baggage"],
] as const;

const NOTHING_CHOSEN = "Choose what went wrong";

/** The form; an answer that is missing is told before it is sent, and after. */
export function EventForm() {
  const [told, save] = useActionState(saveEvent, null);
  const [fault, setFault] = useState<string | null>(null);
  const check = (event: FormEvent<HTMLFormElement>) => {
    const isChosen = new FormData(event.currentTarget).has("form[event]");
    setFault(isChosen ? null : NOTHING_CHOSEN);
    if (!isChosen) event.preventDefault();
  };
  const shown = fault ?? told;
  return (
    <form action={save} onSubmit={check} id="step" noValidate>
      <input type="hidden" name="step" value="what-went-wrong" />
      <input type="hidden" name="language" value="en" />
      <button tabIndex={-1} aria-hidden="true" className="sr">Continue</button>
      <fieldset aria-describedby="event-hint" className="field">
        <legend><h1>What went wrong?</h1></legend>
        <p id="event-hint" className="hint">Choose what happened first. We ask about the rest later.</p>
        {shown && <p className="fault" role="alert">{shown}</p>}
        <div className="choices">
          {OFFERS.map(([value, label, more], place) => (
            <label key={value} className="choice">
              <input type="radio" id={place === 0 ? "event" : `event-${place + 1}`} name="form[event]" value={value} />
              <strong>{label}</strong> <small>{more}</small>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="actions">
        <button data-kind="primary" type="submit" className="button">Continue</button>
      </div>
    </form>
  );
}
