import { place, type Story } from "../answers.ts";
import { Choices, StepForm, StepPage } from "../layout.tsx";
import { reasonChoices } from "../assessment.ts";
import { savedWords } from "../words.ts";

type Props = { nonce: string; story: Story; answers: Record<string, string>; saved: Date; keptUntil: Date };

/** What did the airline say? */
export const ReasonPage = ({ nonce, story, answers, saved, keptUntil }: Props) => {
  const { "passenger-1": _name, email: _email, ...told } = answers;
  const aside = (
    <aside aria-labelledby="sofar" class="aside">
      <div class="ticket">
        <h2 id="sofar" class="ticket-title">Your answers so far</h2>
        <div aria-hidden="true" class="perforation"></div>
        <RouteSoFar story={story} />
        <div aria-hidden="true" class="perforation"></div>
        <dl class="pairs">
          <div><dt>What went wrong</dt><dd>I arrived late</dd></div>
        </dl>
      </div>
    </aside>
  );
  const title = "What reason did the airline give? – Your trip";
  return (
    <StepPage title={title} step="reason" nonce={nonce} back="/en/claim/arrival" here={1} aside={aside}>
      <StepForm step="reason" answers={told}>
        <Choices
          name="reason"
          heading="What reason did the airline give?"
          hint="What it says is not proof. It alone does not decide."
          chosen={story.reason}
          offers={reasonChoices}
        />
      </StepForm>
      <p role="status" class="saved-note">{savedWords(saved, keptUntil)}</p>
    </StepPage>
  );
};

const RouteSoFar = ({ story }: { story: Story }) => {
  const stops = [[story.origin, "Start"], [story["stop-1"], "Change"], [story.destination, "End"]] as const;
  return (
    <div class="line route">
      <ol role="list" data-stops={stops.length} aria-label="Your route so far">
        {stops.map(([text, role]) => {
          const { city, code } = place(text);
          return (
            <li>
              <div class="route-stop">
                <span class="code">{code}</span> <span>{city}</span> <small>{role}</small>
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
};
