use super::{Answers, Field, MAX_STOPS, Moment, Part, Step, StepContext, Trip, parse_trip};

impl Answers {
    /// Takes over a posted page, and keeps the answers about the flights with
    /// the legs they were given for: with other airports of the trip, what
    /// belongs to no leg any more is cleared. Otherwise the flight of one leg
    /// would stand at another.
    ///
    /// While the airports cannot be read nothing is lost; the next time they
    /// can, they are held against those that the flights were told for.
    pub fn save_step<'a>(
        &mut self,
        step: Step,
        posted: impl IntoIterator<Item = (&'a str, &'a str)>,
        context: &StepContext,
    ) {
        let before = self.clone();
        self.replace_step(step, posted);
        let route = parse_trip(self, context).ok().map(|trip| route_of(&trip));
        match step {
            Step::Flights => self.set(Field::FlightsRoute, &route.unwrap_or_default()),
            Step::Trip => {
                if let Some(route) = route {
                    self.move_flights(&route);
                }
            }
            _ => {}
        }
        if step != Step::Check && *self != before {
            // What was confirmed is what stood there then.
            self.replace_step(Step::Check, []);
        }
    }

    fn move_flights(&mut self, route: &str) {
        let told_for = self.get(Field::FlightsRoute).to_owned();
        if told_for.is_empty() || told_for == route {
            return;
        }
        let before = self.clone();
        for leg in 1..=MAX_STOPS + 1 {
            self.set(Field::Flight(leg), "");
            self.set(Field::OperatedBy(leg), "");
        }
        self.set(Field::DisruptedLeg, "");
        let (old, new) = (legs(&told_for), legs(route));
        for (leg, ends) in (1..).zip(&new) {
            let Some((was, _)) = (1..).zip(&old).find(|(_, known)| *known == ends) else {
                continue;
            };
            self.set(Field::Flight(leg), before.get(Field::Flight(was)));
            self.set(Field::OperatedBy(leg), before.get(Field::OperatedBy(was)));
            // A direct flight is not asked which of its flights it was.
            if new.len() > 1 && before.get(Field::DisruptedLeg) == was.to_string() {
                self.set(Field::DisruptedLeg, &leg.to_string());
            }
        }
        // The day is that of the first departure.
        if told_for.split('-').next() != route.split('-').next() {
            for part in [Part::Day, Part::Month, Part::Year] {
                self.set(Field::When(Moment::Flight, part), "");
            }
        }
        self.set(Field::FlightsRoute, route);
    }
}

/// `BRE-CDG-GRU`: the airports by their codes, however they were typed.
fn route_of(trip: &Trip) -> String {
    let codes: Vec<String> = trip.airports().iter().map(ToString::to_string).collect();
    codes.join("-")
}

/// `BRE-CDG`, `CDG-GRU`: each leg with both of its ends.
fn legs(route: &str) -> Vec<(&str, &str)> {
    let airports: Vec<&str> = route.split('-').collect();
    airports.windows(2).map(|ends| (ends[0], ends[1])).collect()
}
