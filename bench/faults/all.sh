#!/usr/bin/env bash
# Runs all faults one after the other, each in the long form of its own script, in one build.
# Prints a line for each; exit status 1 when one of them fails. Needs what each of them needs.
exec "$(dirname "${BASH_SOURCE[0]}")/run" \
    KilledServiceIT,PowerCutIT,TerminatedConnectionsIT,UnreachableStoreIT,TwoInstancesIT,OneCommitmentIT,ClockJumpIT,BigUploadIT,SlowClientsIT,OverloadIT,FullDiskIT,FrozenNodeIT,LongSearchIT \
    -Dservanda.kills=20 -Dservanda.cuts=6 -Dservanda.connections=200 -Dservanda.unreachable=60 -Dservanda.node-kills=6 \
    -Dservanda.reports=1000 -Dservanda.edits=5 -Dservanda.clock-rounds=2 -Dservanda.uploads=5 -Dservanda.slow=60 \
    -Dservanda.overload=20 -Dservanda.full=3 -Dservanda.freezes=5 -Dservanda.searches=60
