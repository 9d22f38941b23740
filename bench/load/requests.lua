-- What wrk sends, and what it reports; wrk.mjs sets the environment.

local method = os.getenv("BENCH_METHOD") or "GET"
local body = os.getenv("BENCH_BODY")
local secret = tonumber(os.getenv("BENCH_FIRST_SECRET") or "0")
local last = tonumber(os.getenv("BENCH_LAST_SECRET") or "0")
local headers = {}

for name, value in (os.getenv("BENCH_HEADERS") or ""):gmatch("([^\n:]+): ([^\n]*)") do
  headers[name] = value
end

-- Each request comes from the next browser: the secrets of the drafts are
-- numbers, written as 64 hexadecimal digits. Where all requests are the same,
-- wrk writes them without asking here, or it would be slower than the servers.
if last > 0 then
  local first = secret
  function request()
    headers["Cookie"] = string.format("aero-draft=%064x", secret)
    secret = secret + 1
    if secret > last then secret = first end
    return wrk.format(method, nil, headers, body)
  end
else
  wrk.method, wrk.headers, wrk.body = method, headers, body
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"requests":%d,"microseconds":%d,"p50":%d,"p95":%d,"p99":%d,"refused":%d,"broken":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(95), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
