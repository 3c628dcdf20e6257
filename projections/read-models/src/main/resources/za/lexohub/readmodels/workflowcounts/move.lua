-- Moves one id, unless it has shown this version or a later one, and counts.
-- ARGV: id, version, begins (1 or 0), state (1 to 7, or empty), hidden and overdue (1, 0, or empty).
-- KEYS: 1 entries, 2 complete, 3 rebuilding, then the sets: 4 matters-active, 5 pro-formas-open,
-- 6 pro-formas-sent, 7 pro-formas-accepted, 8 invoices-draft, 9 invoices-unpaid, 10 invoices-overdue.
-- An entry is version:state:hidden:overdue; state n stands for KEYS[n + 3], 7 for no set.
local function answer()
  local now = redis.call('TIME')
  local reply = {redis.call('EXISTS', KEYS[2]), now[1] * 1000000 + now[2]}
  for i = 4, 10 do
    reply[#reply + 1] = redis.call('SCARD', KEYS[i])
  end
  return reply
end

local id = ARGV[1]
local version = tonumber(ARGV[2])
local entry = redis.call('HGET', KEYS[1], id)
local state, hidden, overdue
if entry then
  local old
  old, state, hidden, overdue = string.match(entry, '^(%d+):(%d):(%d):(%d)$')
  if version <= tonumber(old) then
    return answer()
  end
elseif ARGV[3] == '0' then
  -- What came before is lost, and half an entry would be a lie: the sets are not complete, nor is a
  -- rebuild that is under way sure to know of this change.
  redis.call('DEL', KEYS[2], KEYS[3])
  return answer()
end

if ARGV[4] ~= '' then state = ARGV[4] end
if ARGV[5] ~= '' then hidden = ARGV[5] end
if ARGV[6] ~= '' then overdue = ARGV[6] end

redis.call('HSET', KEYS[1], id, string.format('%d', version) .. ':' .. state .. ':' .. hidden .. ':' .. overdue)
for i = 4, 9 do
  if hidden == '0' and tonumber(state) == i - 3 then
    redis.call('SADD', KEYS[i], id)
  else
    redis.call('SREM', KEYS[i], id)
  end
end
if state == '6' and hidden == '0' and overdue == '1' then
  redis.call('SADD', KEYS[10], id)
else
  redis.call('SREM', KEYS[10], id)
end
return answer()
