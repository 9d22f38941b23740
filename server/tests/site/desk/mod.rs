mod decision;
mod queue;
mod sign_in;
