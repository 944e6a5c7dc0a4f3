-- One kind of request again and again; results as one line of JSON.
-- BENCH_PATH: what is asked; BENCH_EXERCISE: logs a set of it instead; BENCH_COOKIES: a file with a
-- cookie a line, each used in turn.
local path = os.getenv("BENCH_PATH")
local exercise = os.getenv("BENCH_EXERCISE")
local cookies = {}
local threads = 0
local count = 0

if os.getenv("BENCH_COOKIES") then
  for line in io.lines(os.getenv("BENCH_COOKIES")) do cookies[#cookies + 1] = line end
end

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init()
  math.randomseed(os.time() * 100 + number)
end

local function set_body()
  local id = string.format("%08x-%04x-7%03x-8%03x-%012x", os.time(), number, count % 4096,
                           math.random(0, 4095), math.random(0, 2 ^ 40))
  return string.format('{"events":[{"id":"%s","at_ms":%d,"offset_min":0,"kind":"set_done",' ..
                       '"exercise":"%s","reps":10,"load_kg":3}]}', id, os.time() * 1000, exercise)
end

function request()
  count = count + 1
  local headers = { ["Host"] = "localhost:" .. os.getenv("BENCH_PORT") }
  if #cookies > 0 then headers["Cookie"] = cookies[count % #cookies + 1] end
  if not exercise then return wrk.format("GET", path, headers) end
  headers["Content-Type"] = "application/json"
  return wrk.format("POST", "/api/events", headers, set_body())
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('{"requests":%d,"requests_per_s":%.1f,"p50_ms":%.2f,"p99_ms":%.2f,"failed":%d}\n',
    summary.requests, summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
