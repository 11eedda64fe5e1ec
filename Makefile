# make run        a demo school on http://localhost:8080
# make test       everything that must be green
# make bench      a table of speed and size
# make load       one school and a hundred at work, measured
# make faults     breaks things under the running server; nothing answered may be lost
# make first-day  1,000 pupils from an empty directory to the first mark, in a browser and timed
# make help       the rest

.PHONY: run test test-swift test-sqlite test-browser bench load faults first-day format pictures help

run:
	@scripts/run

test:
	@scripts/test all

test-swift:
	@scripts/test swift

test-sqlite:
	@scripts/test sqlite

test-browser:
	@scripts/test browser

bench:
	@scripts/bench

load:
	@scripts/load

faults:
	@scripts/faults

first-day:
	@scripts/test first-day

format:
	@swift format --in-place --recursive Package.swift Sources Tests Bench/Load

pictures:
	@scripts/test pictures

help:
	@grep '^# make' Makefile | sed 's/^# //'; \
	echo 'make test-swift    format, build without warnings, rules, store, web, app, house'; \
	echo 'make test-sqlite   the same without PostgreSQL'; \
	echo 'make test-browser  the tests in a real browser'; \
	echo 'make format        lays the code out'; \
	echo 'make pictures      draws docs/pictures anew'
