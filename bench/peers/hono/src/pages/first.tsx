import { Choices, StepForm, StepPage } from "../layout.tsx";

/** What went wrong? */
export const FirstPage = ({ nonce, answers }: { nonce: string; answers: Record<string, string> }) => (
  <StepPage title="What went wrong? – What happened" step="what-went-wrong" nonce={nonce} back="/en" here={0}>
    <StepForm step="what-went-wrong" answers={answers}>
      <Choices
        name="event"
        heading="What went wrong?"
        hint="Choose what happened first. We ask about the rest later."
        chosen={answers["event"]}
        offers={[
          ["delay", "I arrived late", "A flight was late, or I missed a connection"],
          ["cancellation", "My flight was cancelled", "Whether the airline moved you to another flight or not"],
          ["other", "Something else", "Refused boarding, a lower class, a flight moved earlier, baggage"],
        ]}
      />
    </StepForm>
  </StepPage>
);
