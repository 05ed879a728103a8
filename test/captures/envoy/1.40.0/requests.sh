C="curl -s -o /dev/null -m 8"; U=http://127.0.0.1:38501
for p in ok hdr/fin hdr/rst hdr/pfin hdr/prst hdr/slowfin body/clfin body/clrst body/clfin0 body/chfin body/chrst body/eoffin body/eofrst; do $C $U/$p; done
$C -d abc $U/hdr/fin; $C -d abc $U/hdr/rst
for m in GET POST; do for k in fin rst; do $C $U/ok; $C -X $m $U/stale/$k; done; done
for b in tls; do for p in ok hdr/fin hdr/rst body/clfin body/clrst; do $C -H "x-b: $b" $U/$p; done; done
for b in hs wrongtls refused hole h2c none dns nowhere h2s; do $C -H "x-b: $b" $U/$b; done
$C -H "x-b: nothing" $U/nr
$C -H 'x-b: to' $U/slow; $C -H 'x-b: retry' $U/hdr/fin; curl -s -m 0.5 -o /dev/null $U/slow; curl -s -m 0.1 -o /dev/null $U/body/clfin
$C -H 'x-b: full' $U/slow -m 1 & sleep 0.2; $C -H 'x-b: full' $U/over; wait
head -c 20000000 /dev/zero > big; for p in unread early/rst early/fin; do $C -H 'Expect:' --data-binary @big $U/$p; done
$C $U/direct
$C -A 'x" 503 UC upstream_reset_before_response_started{connection_termination} - "-" 0 95 1 - "' -H 'X-Forwarded-For: 192.0.2.4" "a" "b' $U/ok
$C -A '","response_flags":"UC' "$U/q\"a?b=UC%20503" 
for w in fin rst; do curl -s -o /dev/null -m 2 -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==' $U/ws/$w; done
for p in ok hdr/fin hdr/rst body/clfin body/clrst; do $C -m 2 http://127.0.0.1:38502/$p; done; curl -s -m 0.3 http://127.0.0.1:38502/slow; $C http://127.0.0.1:38503/x
