-- For wrk: readers who come one after the other, not each as soon as the last was answered.
-- Between two requests of a connection lies a time that looks like chance, with the mean that PACE_MS gives; 0 is no wait at all.
local mean = tonumber(os.getenv("PACE_MS") or "0")

function setup(thread)
  thread:set("seed", os.time())
end

function init()
  math.randomseed(seed)
end

if mean > 0 then
  function delay()
    return math.floor(-math.log(1 - math.random()) * mean + 0.5)
  end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\nRESULT {"requests":%d,"microseconds":%d,"bytes":%d,"p50":%d,"p90":%d,"p99":%d,"failures":%d}\n',
    summary.requests, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(90), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
