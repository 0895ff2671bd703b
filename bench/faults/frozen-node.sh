#!/usr/bin/env bash
# Freezes one of two nodes on one PostgreSQL while it holds the turn to write, and lets it go on, while sixteen clients
# report to the other. Usage: bench/faults/frozen-node.sh [times]        default: 5
exec "$(dirname "${BASH_SOURCE[0]}")/run" FrozenNodeIT -Dservanda.freezes="${1:-5}"
