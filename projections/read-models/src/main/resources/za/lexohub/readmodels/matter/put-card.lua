-- KEYS[1] the card; ARGV: version, JSON, seconds. A card of a newer version stays.
local old = redis.call('GET', KEYS[1])
if old then
  local readable, entry = pcall(cjson.decode, old)
  if readable and type(entry) == 'table' and tonumber(entry.version)
      and tonumber(entry.version) > tonumber(ARGV[1]) then
    return 0
  end
end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
return 1
