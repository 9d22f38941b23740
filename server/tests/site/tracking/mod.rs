mod link;
mod link_request;
mod withdraw;
