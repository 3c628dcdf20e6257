-- KEYS[1] the failures of a name, by their time; KEYS[2] its lock.
-- ARGV[1] now, ARGV[2] how long a failure counts, ARGV[3] how many lock, ARGV[4] for how long (all in
-- milliseconds), ARGV[5] what tells this failure from others of the same moment.
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', tonumber(ARGV[1]) - tonumber(ARGV[2]))
redis.call('ZADD', KEYS[1], ARGV[1], ARGV[5])
redis.call('PEXPIRE', KEYS[1], ARGV[2])
if redis.call('ZCARD', KEYS[1]) >= tonumber(ARGV[3]) then
  redis.call('DEL', KEYS[1])
  redis.call('SET', KEYS[2], '1', 'PX', ARGV[4])
end
return 1
