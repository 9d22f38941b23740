import { expect, test } from "../support/fixtures.ts";
import { ASUNCION, LISBON } from "../support/stories.ts";

test("stops are added and taken out, and the others keep their order", async ({ page, form, checked }) => {
  await form.given(ASUNCION, "trip");
  await form.answer("trip", ASUNCION);
  await form.addLine("stop-3");
  await expect(form.field("stop-3")).toBeFocused();
  await form.writeAirport("stop-3", "LIM");
  await form.removeLine("stop-1");
  await expect(form.field("stop-3")).toHaveCount(0);
  await expect(form.field("stop-1")).toHaveValue(/GRU/);
  await expect(form.field("stop-2")).toHaveValue(/LIM/);
  await expect(form.field("origin")).toHaveValue(/BRE/);
  await checked(page);
  // An empty line is no stop.
  await form.write("stop-2", "");
  await form.goOnTo("flights");
  await expect(form.field("flight-2")).toBeVisible();
  await expect(form.field("flight-3")).toHaveCount(0);
});

test("after six stops there is no button for another", async ({ page, form }) => {
  await form.given({ ...ASUNCION, stops: ["CDG", "GRU", "LIM", "MAD", "FRA"] }, "flights");
  await form.open("trip");
  await form.addLine("stop-6");
  await expect(page.locator("button[value='add trip']")).toHaveCount(0);
});

test("people are added and taken out, and all stand on the check page", async ({ page, form, checked }) => {
  const names = ["Amadou Diop", "Brid O’Hara", "Carla d’Este"];
  await form.given({ ...LISBON, people: names }, "people");
  await form.answer("people", { ...LISBON, people: names });
  await checked(page);
  await form.removeLine("passenger-2");
  await expect(form.field("passenger-3")).toHaveCount(0);
  await expect(form.field("passenger-2")).toHaveValue("Carla d’Este");
  await form.goOnTo("contact");
  await form.answer("contact", LISBON);
  await form.goOnTo("check");
  await expect(page.locator("main")).toContainText("Amadou Diop");
  await expect(page.locator("main")).toContainText("Carla d’Este");
  await expect(page.locator("main")).not.toContainText("Brid");
});
