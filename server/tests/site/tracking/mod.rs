mod link;
mod link_request;
mod next_step;
mod withdraw;
