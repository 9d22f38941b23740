mod asked_before;
mod decision;
mod queue;
mod roles;
mod shown_to;
mod sign_in;
mod unsaved;
