-- Asks for the paths of a file, one per line, round and round; says at the end what wrk measured, for programs to read.
local requests = {}
local asked = 0

function init(args)
  for path in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
end

function request()
  asked = asked + 1
  return requests[1 + (asked - 1) % #requests]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format("MEASURED %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
