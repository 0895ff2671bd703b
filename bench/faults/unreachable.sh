#!/usr/bin/env bash
# Takes PostgreSQL out of reach while sixteen clients report: once refused, once silent.
# Usage: bench/faults/unreachable.sh [seconds]        default: 60
exec "$(dirname "${BASH_SOURCE[0]}")/run" UnreachableStoreIT -Dservanda.unreachable="${1:-60}"
