-- Reports progress on commitments of a file, one code and status per line, drawn at random; each report with a key of its
-- own. Says at the end what wrk measured, for programs to read.
local targets = {}
local run
local reported = 0

local evidence = '[{"url":"https://example.org/minutes","title":{"en":"Minutes of the meeting","zh":"会议纪要"},'
  .. '"publisher":"Example","language":"en","retrievedAt":"2026-07-01T00:00:00Z","sourceClass":"official"}]'
local body = '{"effectiveOn":"%s","status":"%s","percent":40,"narrative":{"en":"The parties met and agreed on the next '
  .. 'steps.","zh":"各方举行会议，商定下一步安排。"},"evidence":%s}'

function init(args)
  for line in io.lines(args[1]) do
    local code, status = line:match("(%S+) (%S+)")
    targets[#targets + 1] = { path = "/api/v1/commitments/" .. code .. "/updates", status = status }
  end
  run = args[3]
  wrk.headers["Authorization"] = "Bearer " .. args[2]
  wrk.headers["Content-Type"] = "application/json"
  math.randomseed(tonumber(run))
end

function request()
  reported = reported + 1
  local target = targets[math.random(#targets)]
  local day = os.date("!%Y-%m-%d", os.time() - math.random(2, 120) * 86400)
  wrk.headers["Idempotency-Key"] = run .. "-" .. reported
  -- With evidence and without in turn, so that the assurance and its kept counts change as they do in practice.
  local backed = math.random(2) == 1 and evidence or "[]"
  return wrk.format("POST", target.path, nil, body:format(day, target.status, backed))
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format("MEASURED %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
