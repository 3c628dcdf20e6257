-- KEYS[1] the JSON; ARGV: when it was counted, the JSON. One that was counted later stays.
local old = redis.call('GET', KEYS[1])
if old then
  local readable, counts = pcall(cjson.decode, old)
  if readable and type(counts) == 'table' and tonumber(counts.takenAtMicros)
      and tonumber(counts.takenAtMicros) > tonumber(ARGV[1]) then
    return 0
  end
end
redis.call('SET', KEYS[1], ARGV[2])
return 1
