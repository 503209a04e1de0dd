-- Asks one question after the other; the questions come as one argument, separated by encoded spaces.
local list, at = {}, 0
function init(args)
  for word in (args[1] .. "%20"):gmatch("(.-)%%20") do list[#list + 1] = (word:gsub("%%2B", "+")) end
end
function request()
  at = at % #list + 1
  return wrk.format("GET", "/soeg?q=" .. list[at])
end
dofile("benches/report.lua")
