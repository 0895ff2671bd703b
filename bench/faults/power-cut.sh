#!/usr/bin/env bash
# Cuts the power of the disk under H2 and under PostgreSQL while sixteen clients report. Needs root, loop devices, ext4
# (e2fsprogs) and Perl. Usage: bench/faults/power-cut.sh [times]        default: 6
exec "$(dirname "${BASH_SOURCE[0]}")/run" PowerCutIT -Dservanda.cuts="${1:-6}"
