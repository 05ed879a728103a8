# The lab's application for Rack servers. LAB_DEEDS says what which route does; the others answer as usual.
require 'json'

DEEDS = JSON.parse(ENV.fetch('LAB_DEEDS', '{}'))
HELD = []

def usual(env)
  env['rack.input']&.read
  sleep(0.002 + rand * 0.03)
  body = JSON.generate('path' => env['PATH_INFO'])
  [200, { 'content-type' => 'application/json', 'content-length' => body.bytesize.to_s }, [body]]
end

run(lambda do |env|
  _, deed = DEEDS.find { |start, _| env['PATH_INFO'].start_with?(start) }
  case deed && deed['does']
  when 'spin'
    stop = Process.clock_gettime(Process::CLOCK_MONOTONIC) + deed['seconds']
    nil while Process.clock_gettime(Process::CLOCK_MONOTONIC) < stop
    usual(env)
  when 'sleep'
    sleep(deed['seconds'])
    usual(env)
  when 'eat'
    loop do
      HELD << ('x' * 1_048_576)
      sleep(0.004)
    end
  when 'segv'
    Process.kill(:SEGV, Process.pid)
    sleep(5)
  when 'abort'
    Process.kill(:ABRT, Process.pid)
    sleep(5)
  when 'exit'
    exit!(3)
  when 'raise'
    raise ArgumentError, 'no such product'
  when 'short'
    [200, { 'content-type' => 'text/csv', 'content-length' => '90000' }, ['x' * 20_000]]
  when 'drop'
    env['rack.hijack'].call.close
    [200, {}, []]
  else
    usual(env)
  end
end)
