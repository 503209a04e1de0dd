-- Citizens without an account who vote: each one, known by a cookie of their own, answers every statement once.
-- Arguments: 48 hexadecimal digits that no run had before, then the statements' ids.
dofile("benches/report.lua")

local salt, statements = nil, {}
local sent = 0
local answers = { "agree", "disagree", "agree", "pass" }

function init(args)
  salt = args[1]
  for i = 2, #args do statements[#statements + 1] = args[i] end
end

function request()
  local voter = math.floor(sent / #statements)
  local statement = statements[sent % #statements + 1]
  local answer = answers[(voter + sent) % #answers + 1]
  sent = sent + 1
  return wrk.format("POST", nil, {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Cookie"] = string.format("deltager=%s%016x", salt, voter),
  }, "statement=" .. statement .. "&vote=" .. answer)
end
