#!/usr/bin/env bash
# Fifty clients report on one commitment, then change it, on H2 and on PostgreSQL.
# Usage: bench/faults/one-commitment.sh [reports in all] [edits of each client]        default: 1000 5
exec "$(dirname "${BASH_SOURCE[0]}")/run" OneCommitmentIT -Dservanda.reports="${1:-1000}" -Dservanda.edits="${2:-5}"
