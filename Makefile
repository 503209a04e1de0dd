# What one does with this repository; `make help` lists it. Each target installs what it needs and says so.
PORT ?= 8080
DATA ?= data
TARGET := $(or $(CARGO_TARGET_DIR),target)
export PATH := $(HOME)/.cargo/bin:$(PATH)

.DEFAULT_GOAL := help
.PHONY: help run test test-calendar shots bench bench-scale bench-kiosk bench-callout deb check

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 16

run: ## the program with the demonstration municipality, on http://127.0.0.1:8080 (PORT=… for another port)
	@bash scripts/install.sh run
	@echo "Building samskab (the first time some minutes, afterwards seconds)"
	@bash scripts/build.sh --bin samskab
	@exec $(TARGET)/debug/samskab demo --data $(DATA) --listen 127.0.0.1:$(PORT)

test: ## every test: Rust, storage on SQLite and PostgreSQL, browser journeys
	@bash scripts/test.sh

test-calendar: ## invitations, changes and cancellations in a real Thunderbird
	@bash scripts/install.sh calendar
	@SAMSKAB_TEST_THUNDERBIRD=$(CURDIR)/tests/providers/thunderbird.py cargo test --package samskab --test it meeting_calendars -- --test-threads=1

shots: ## a picture of every page of the journeys at 1280 and 390 px: shots/index.html
	@bash scripts/shots.sh

bench: ## requests per second, latency and CPU per request, beside a bare hello
	@bash benches/run.sh

deb: ## a Debian package of a release build, in target/debian/
	@bash scripts/deb.sh

bench-scale: ## pages and search with 50,000 people, 2,000 spaces and 500,000 journal entries, on both databases; then 100 large committees
	@bash benches/scale.sh
	@bash benches/scale.sh committees

bench-kiosk: ## memory and latency with 200 check-ins a minute and 500 screens in halls
	@bash benches/kiosk.sh

bench-callout: ## two thousand invitations through a failing gateway, and whom to ask among twenty thousand offers
	@bash benches/callout.sh

check: ## format and clippy, as CI asks for them
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
