#!/usr/bin/env bash
# Sets the clock of the service forward and back, five times a round, while sixteen clients report; on H2 and on
# PostgreSQL. Needs libfaketime (Debian: libfaketime). Usage: bench/faults/clock.sh [rounds]        default: 2
exec "$(dirname "${BASH_SOURCE[0]}")/run" ClockJumpIT -Dservanda.clock-rounds="${1:-2}"
