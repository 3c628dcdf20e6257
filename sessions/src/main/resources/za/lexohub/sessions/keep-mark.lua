-- KEYS[1] a session; ARGV[1] what is known of it, ARGV[2] for how many milliseconds.
-- What has ended never lets in again, however old the answer was that is to be kept now.
local held = redis.call('GET', KEYS[1])
if held and string.sub(held, 1, 6) ~= 'ACTIVE' then
  return held
end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return ARGV[1]
