-- The last line of a measurement, for benches/run.sh: requests, seconds, p50 and p99 in milliseconds, failed requests.
function done(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %.3f %.2f %.2f %d\n", summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, e.connect + e.read + e.write + e.status + e.timeout))
end
