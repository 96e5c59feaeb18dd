# What each target promises is in the README; how, in the scripts of .ci/.
.PHONY: run test dev build bench clean

run: build
	target/release/kaskada demo

test:
	@.ci/test

dev:
	@.ci/dev

build:
	@.ci/front
	cargo build --locked --release --package server

bench: build
	cargo run --locked --release --package bench

clean:
	rm -rf target end2end/node_modules
