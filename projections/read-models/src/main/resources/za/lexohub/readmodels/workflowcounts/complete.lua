-- Marks the sets as complete, if nothing was lost since the rebuild began, and counts.
-- ARGV: the rebuild's proof, seconds after which it is rebuilt again.
-- KEYS: 1 entries, 2 complete, 3 rebuilding, then the sets: 4 matters-active, 5 pro-formas-open,
-- 6 pro-formas-sent, 7 pro-formas-accepted, 8 invoices-draft, 9 invoices-unpaid, 10 invoices-overdue.
local function answer()
  local now = redis.call('TIME')
  local reply = {redis.call('EXISTS', KEYS[2]), now[1] * 1000000 + now[2]}
  for i = 4, 10 do
    reply[#reply + 1] = redis.call('SCARD', KEYS[i])
  end
  return reply
end

if redis.call('GET', KEYS[3]) == ARGV[1] then
  redis.call('DEL', KEYS[3])
  redis.call('SET', KEYS[2], '1', 'EX', ARGV[2])
end
return answer()
