-- Says at a card's key that the thing has a newer version than the card shows.
-- KEYS[1] the card; ARGV: version, what to leave there, seconds, whether to leave it where nothing
-- is (1 or 0). What shows this version, or knows of a newer one, stays.
local old = redis.call('GET', KEYS[1])
if not old then
  if ARGV[4] == '0' then
    return 0
  end
else
  local readable, entry = pcall(cjson.decode, old)
  if readable and type(entry) == 'table' and tonumber(entry.version) then
    local version = tonumber(entry.version)
    local shows = entry.view and entry.view ~= cjson.null
    if version > tonumber(ARGV[1]) or (version == tonumber(ARGV[1]) and shows) then
      return 0
    end
  end
end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
return 1
