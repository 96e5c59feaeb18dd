mod agreement;
mod pages;
mod stage;
mod story;
