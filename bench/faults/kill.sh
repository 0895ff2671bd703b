#!/usr/bin/env bash
# Kills the service (SIGKILL) while sixteen clients report, on H2 and on PostgreSQL, and compares what they were told
# with what the register holds. Usage: bench/faults/kill.sh [times]        default: 20
# Prints a line for each store; exit status 1 when anything acknowledged is lost, half there or there twice.
exec "$(dirname "${BASH_SOURCE[0]}")/run" KilledServiceIT -Dservanda.kills="${1:-20}"
