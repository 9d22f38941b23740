mod decision;
mod queue;
mod roles;
mod sign_in;
