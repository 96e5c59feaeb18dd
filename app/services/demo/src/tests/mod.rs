mod agreement;
mod stage;
mod story;
