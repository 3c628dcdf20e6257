-- KEYS[1] the card; ARGV: what was seen there, the new card, seconds. Whatever came since stays.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
redis.call('SET', KEYS[1], ARGV[2], 'EX', ARGV[3])
return 1
