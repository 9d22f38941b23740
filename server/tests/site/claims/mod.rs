mod link;
mod withdraw;
