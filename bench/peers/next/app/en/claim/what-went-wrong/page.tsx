import type { Metadata } from "next";
import { headers } from "next/headers";

import { Frame, Progress } from "../../../frame";
import { EventForm } from "./form";

export const metadata: Metadata = { title: "What went wrong? – What happened – Aero" };

/** What went wrong? */
export default async function FirstPage() {
  // The nonce is another one for each request, and so is the page.
  await headers();
  return (
    <Frame path="/en/claim/what-went-wrong">
      <a href="/en" className="back-link">Back</a>
      <Progress here={0} />
      <EventForm />
    </Frame>
  );
}
