#!/usr/bin/env bash
# Fills the disk under H2 and under PostgreSQL while sixteen clients report, and makes room again. Needs root, loop
# devices and ext4 (e2fsprogs). Usage: bench/faults/full-disk.sh [times]        default: 3
exec "$(dirname "${BASH_SOURCE[0]}")/run" FullDiskIT -Dservanda.full="${1:-3}"
