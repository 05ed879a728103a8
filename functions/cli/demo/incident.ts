/**
 * A real incident, recorded in our lab (nginx 1.22.1 before gunicorn 27.0.1 in a group of 160 MiB): three times the sales
 * report took more memory than there was. Shortened to its last half minute, and the kernel to the lines that count.
 */
export interface LogGroup {
  readonly name: string;
  readonly lines: readonly string[];
}

/** nginx, error_log */
const proxyErrors = `
2026/11/24 23:11:49 [error] 10865#10865: *38 upstream prematurely closed connection while reading response header from upstream, client: 198.51.100.8, server: shop.example.com, request: "GET /reports/sales?quarters=8 HTTP/1.1", upstream: "http://127.0.0.1:19520/reports/sales?quarters=8", host: "shop.example.com"
2026/11/24 23:12:07 [error] 10865#10865: *104 upstream prematurely closed connection while reading response header from upstream, client: 192.0.2.190, server: shop.example.com, request: "GET /reports/sales?quarters=12 HTTP/1.1", upstream: "http://127.0.0.1:19520/reports/sales?quarters=12", host: "shop.example.com"
2026/11/24 23:12:15 [error] 10865#10865: *130 upstream prematurely closed connection while reading response header from upstream, client: 198.51.100.33, server: shop.example.com, request: "GET /reports/sales?quarters=8 HTTP/1.1", upstream: "http://127.0.0.1:19520/reports/sales?quarters=8", host: "shop.example.com"
`;

/** nginx, access_log */
const requests = `
198.51.100.90 - - [24/Nov/2026:23:11:44 +0000] "GET /reports/sales?quarters=1 HTTP/1.1" 200 19 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=0.422 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.421 upstream_response_time=0.421 upstream_response_length=19
203.0.113.140 - - [24/Nov/2026:23:11:44 +0000] "GET /api/products?page=3 HTTP/1.1" 200 882 "-" "curl/8.14.1" request_time=0.025 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.001 upstream_header_time=0.026 upstream_response_time=0.026 upstream_response_length=882
198.51.100.90 - - [24/Nov/2026:23:11:44 +0000] "GET / HTTP/1.1" 200 2026 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=0.012 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.011 upstream_response_time=0.011 upstream_response_length=2026
192.0.2.190 - - [24/Nov/2026:23:11:46 +0000] "GET /healthz HTTP/1.1" 200 2 "-" "ShopApp/5.3.1 (Android 15)" request_time=0.001 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.002 upstream_response_time=0.002 upstream_response_length=2
198.51.100.33 - - [24/Nov/2026:23:11:49 +0000] "GET /reports/daily HTTP/1.1" 200 701 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.297 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.001 upstream_header_time=0.297 upstream_response_time=0.297 upstream_response_length=701
198.51.100.8 - - [24/Nov/2026:23:11:49 +0000] "GET /reports/sales?quarters=8 HTTP/1.1" 502 559 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=1.299 upstream_addr=127.0.0.1:19520 upstream_status=502 upstream_connect_time=0.001 upstream_header_time=- upstream_response_time=1.300 upstream_response_length=0
203.0.113.5 - - [24/Nov/2026:23:11:50 +0000] "GET / HTTP/1.1" 200 2026 "-" "python-requests/2.32.5" request_time=0.012 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.011 upstream_response_time=0.011 upstream_response_length=2026
203.0.113.17 - - [24/Nov/2026:23:11:50 +0000] "GET /favicon.ico HTTP/1.1" 404 207 "-" "okhttp/4.12.0" request_time=0.001 upstream_addr=127.0.0.1:19520 upstream_status=404 upstream_connect_time=0.001 upstream_header_time=0.001 upstream_response_time=0.001 upstream_response_length=207
198.51.100.90 - - [24/Nov/2026:23:11:51 +0000] "POST /api/cart HTTP/1.1" 201 12 "-" "curl/8.14.1" request_time=0.022 upstream_addr=127.0.0.1:19520 upstream_status=201 upstream_connect_time=0.000 upstream_header_time=0.021 upstream_response_time=0.021 upstream_response_length=12
192.0.2.190 - - [24/Nov/2026:23:11:51 +0000] "GET /api/products/104 HTTP/1.1" 200 46 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.023 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.023 upstream_response_time=0.023 upstream_response_length=46
203.0.113.77 - - [24/Nov/2026:23:11:53 +0000] "GET /api/products?page=8 HTTP/1.1" 200 882 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=0.015 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.015 upstream_response_time=0.015 upstream_response_length=882
198.51.100.90 - - [24/Nov/2026:23:11:53 +0000] "GET / HTTP/1.1" 200 2026 "-" "okhttp/4.12.0" request_time=0.012 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.012 upstream_response_time=0.012 upstream_response_length=2026
198.51.100.90 - - [24/Nov/2026:23:11:54 +0000] "GET / HTTP/1.1" 200 2026 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.012 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.001 upstream_header_time=0.012 upstream_response_time=0.012 upstream_response_length=2026
198.51.100.90 - - [24/Nov/2026:23:11:54 +0000] "GET /favicon.ico HTTP/1.1" 404 207 "-" "ShopApp/5.3.1 (Android 15)" request_time=0.002 upstream_addr=127.0.0.1:19520 upstream_status=404 upstream_connect_time=0.000 upstream_header_time=0.001 upstream_response_time=0.001 upstream_response_length=207
203.0.113.61 - - [24/Nov/2026:23:11:54 +0000] "DELETE /api/cart/83 HTTP/1.1" 204 0 "-" "ShopApp/5.3.1 (Android 15)" request_time=0.011 upstream_addr=127.0.0.1:19520 upstream_status=204 upstream_connect_time=0.000 upstream_header_time=0.011 upstream_response_time=0.011 upstream_response_length=0
198.51.100.33 - - [24/Nov/2026:23:11:55 +0000] "DELETE /api/cart/70 HTTP/1.1" 204 0 "-" "ShopApp/5.3.1 (Android 15)" request_time=0.012 upstream_addr=127.0.0.1:19520 upstream_status=204 upstream_connect_time=0.000 upstream_header_time=0.011 upstream_response_time=0.011 upstream_response_length=0
192.0.2.14 - - [24/Nov/2026:23:11:56 +0000] "GET /reports/daily HTTP/1.1" 200 701 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=0.292 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.001 upstream_header_time=0.293 upstream_response_time=0.293 upstream_response_length=701
198.51.100.90 - - [24/Nov/2026:23:11:56 +0000] "GET /api/products/169 HTTP/1.1" 200 46 "-" "okhttp/4.12.0" request_time=0.024 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.024 upstream_response_time=0.025 upstream_response_length=46
203.0.113.24 - - [24/Nov/2026:23:11:57 +0000] "GET /healthz HTTP/1.1" 200 2 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=0.001 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.001 upstream_response_time=0.001 upstream_response_length=2
192.0.2.56 - - [24/Nov/2026:23:11:57 +0000] "POST /api/orders HTTP/1.1" 201 12 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=0.158 upstream_addr=127.0.0.1:19520 upstream_status=201 upstream_connect_time=0.001 upstream_header_time=0.158 upstream_response_time=0.158 upstream_response_length=12
203.0.113.140 - - [24/Nov/2026:23:11:59 +0000] "GET / HTTP/1.1" 200 2026 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=0.012 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.001 upstream_header_time=0.012 upstream_response_time=0.012 upstream_response_length=2026
192.0.2.56 - - [24/Nov/2026:23:11:59 +0000] "POST /api/orders HTTP/1.1" 201 12 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=0.064 upstream_addr=127.0.0.1:19520 upstream_status=201 upstream_connect_time=0.000 upstream_header_time=0.063 upstream_response_time=0.063 upstream_response_length=12
203.0.113.5 - - [24/Nov/2026:23:12:00 +0000] "GET / HTTP/1.1" 200 2026 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.011 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.001 upstream_header_time=0.012 upstream_response_time=0.012 upstream_response_length=2026
203.0.113.17 - - [24/Nov/2026:23:12:00 +0000] "GET /api/products/118 HTTP/1.1" 200 46 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=0.007 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.006 upstream_response_time=0.006 upstream_response_length=46
198.51.100.121 - - [24/Nov/2026:23:12:00 +0000] "POST /api/orders HTTP/1.1" 201 12 "-" "ShopApp/5.3.1 (Android 15)" request_time=0.121 upstream_addr=127.0.0.1:19520 upstream_status=201 upstream_connect_time=0.000 upstream_header_time=0.120 upstream_response_time=0.120 upstream_response_length=12
203.0.113.201 - - [24/Nov/2026:23:12:01 +0000] "GET /api/products?page=6 HTTP/1.1" 200 882 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.037 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.001 upstream_header_time=0.037 upstream_response_time=0.037 upstream_response_length=882
198.51.100.212 - - [24/Nov/2026:23:12:01 +0000] "POST /account/login HTTP/1.1" 200 45 "-" "okhttp/4.12.0" request_time=0.152 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.151 upstream_response_time=0.151 upstream_response_length=45
192.0.2.14 - - [24/Nov/2026:23:12:01 +0000] "POST /account/login HTTP/1.1" 200 45 "-" "curl/8.14.1" request_time=0.152 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.151 upstream_response_time=0.151 upstream_response_length=45
192.0.2.56 - - [24/Nov/2026:23:12:02 +0000] "GET /reports/sales?quarters=1 HTTP/1.1" 200 19 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=0.418 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.418 upstream_response_time=0.418 upstream_response_length=19
203.0.113.201 - - [24/Nov/2026:23:12:02 +0000] "PUT /api/cart/25 HTTP/1.1" 204 0 "-" "python-requests/2.32.5" request_time=0.011 upstream_addr=127.0.0.1:19520 upstream_status=204 upstream_connect_time=0.001 upstream_header_time=0.011 upstream_response_time=0.011 upstream_response_length=0
198.51.100.212 - - [24/Nov/2026:23:12:02 +0000] "GET / HTTP/1.1" 200 2026 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.011 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.011 upstream_response_time=0.011 upstream_response_length=2026
203.0.113.5 - - [24/Nov/2026:23:12:02 +0000] "PUT /api/cart/24 HTTP/1.1" 204 0 "-" "okhttp/4.12.0" request_time=0.012 upstream_addr=127.0.0.1:19520 upstream_status=204 upstream_connect_time=0.000 upstream_header_time=0.011 upstream_response_time=0.011 upstream_response_length=0
203.0.113.77 - - [24/Nov/2026:23:12:03 +0000] "GET /api/orders/1878 HTTP/1.1" 200 149 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.039 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.039 upstream_response_time=0.039 upstream_response_length=149
203.0.113.24 - - [24/Nov/2026:23:12:04 +0000] "POST /account/login HTTP/1.1" 200 45 "-" "curl/8.14.1" request_time=0.152 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.151 upstream_response_time=0.151 upstream_response_length=45
192.0.2.190 - - [24/Nov/2026:23:12:04 +0000] "DELETE /api/cart/56 HTTP/1.1" 204 0 "-" "ShopApp/5.3.1 (Android 15)" request_time=0.011 upstream_addr=127.0.0.1:19520 upstream_status=204 upstream_connect_time=0.001 upstream_header_time=0.012 upstream_response_time=0.012 upstream_response_length=0
203.0.113.61 - - [24/Nov/2026:23:12:05 +0000] "DELETE /api/cart/82 HTTP/1.1" 204 0 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=0.011 upstream_addr=127.0.0.1:19520 upstream_status=204 upstream_connect_time=0.000 upstream_header_time=0.011 upstream_response_time=0.011 upstream_response_length=0
203.0.113.77 - - [24/Nov/2026:23:12:05 +0000] "GET /api/orders/1837 HTTP/1.1" 200 149 "-" "ShopApp/5.3.1 (Android 15)" request_time=0.020 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.020 upstream_response_time=0.020 upstream_response_length=149
203.0.113.24 - - [24/Nov/2026:23:12:06 +0000] "GET /api/products/136 HTTP/1.1" 200 59 "-" "curl/8.14.1" request_time=0.007 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.007 upstream_response_time=0.007 upstream_response_length=59
192.0.2.190 - - [24/Nov/2026:23:12:07 +0000] "GET /reports/sales?quarters=12 HTTP/1.1" 502 559 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=1.378 upstream_addr=127.0.0.1:19520 upstream_status=502 upstream_connect_time=0.001 upstream_header_time=- upstream_response_time=1.378 upstream_response_length=0
192.0.2.14 - - [24/Nov/2026:23:12:07 +0000] "GET /api/products/142 HTTP/1.1" 200 59 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.008 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.008 upstream_response_time=0.008 upstream_response_length=59
203.0.113.17 - - [24/Nov/2026:23:12:07 +0000] "GET /api/orders/1915 HTTP/1.1" 200 149 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=0.055 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.055 upstream_response_time=0.055 upstream_response_length=149
198.51.100.212 - - [24/Nov/2026:23:12:07 +0000] "POST /api/orders HTTP/1.1" 201 12 "-" "curl/8.14.1" request_time=0.037 upstream_addr=127.0.0.1:19520 upstream_status=201 upstream_connect_time=0.000 upstream_header_time=0.036 upstream_response_time=0.036 upstream_response_length=12
203.0.113.24 - - [24/Nov/2026:23:12:09 +0000] "GET /api/products/149 HTTP/1.1" 200 46 "-" "python-requests/2.32.5" request_time=0.010 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.011 upstream_response_time=0.011 upstream_response_length=46
192.0.2.14 - - [24/Nov/2026:23:12:09 +0000] "POST /api/cart HTTP/1.1" 201 12 "-" "curl/8.14.1" request_time=0.022 upstream_addr=127.0.0.1:19520 upstream_status=201 upstream_connect_time=0.001 upstream_header_time=0.022 upstream_response_time=0.022 upstream_response_length=12
192.0.2.190 - - [24/Nov/2026:23:12:11 +0000] "GET /healthz HTTP/1.1" 200 2 "-" "curl/8.14.1" request_time=0.001 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.001 upstream_response_time=0.001 upstream_response_length=2
203.0.113.24 - - [24/Nov/2026:23:12:11 +0000] "GET /api/orders/1864 HTTP/1.1" 200 149 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.084 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.001 upstream_header_time=0.084 upstream_response_time=0.084 upstream_response_length=149
198.51.100.90 - - [24/Nov/2026:23:12:12 +0000] "GET /api/products?page=4 HTTP/1.1" 200 882 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=0.050 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.049 upstream_response_time=0.049 upstream_response_length=882
198.51.100.33 - - [24/Nov/2026:23:12:12 +0000] "POST /account/login HTTP/1.1" 200 45 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.151 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.001 upstream_header_time=0.151 upstream_response_time=0.152 upstream_response_length=45
203.0.113.140 - - [24/Nov/2026:23:12:12 +0000] "PUT /api/cart/85 HTTP/1.1" 204 0 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.011 upstream_addr=127.0.0.1:19520 upstream_status=204 upstream_connect_time=0.000 upstream_header_time=0.012 upstream_response_time=0.012 upstream_response_length=0
198.51.100.121 - - [24/Nov/2026:23:12:13 +0000] "GET /healthz HTTP/1.1" 200 2 "-" "okhttp/4.12.0" request_time=0.001 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.001 upstream_header_time=0.001 upstream_response_time=0.001 upstream_response_length=2
203.0.113.17 - - [24/Nov/2026:23:12:15 +0000] "GET /api/orders/1934 HTTP/1.1" 200 149 "-" "python-requests/2.32.5" request_time=0.079 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.001 upstream_header_time=0.080 upstream_response_time=0.080 upstream_response_length=149
198.51.100.8 - - [24/Nov/2026:23:12:15 +0000] "GET /api/products/103 HTTP/1.1" 200 59 "-" "curl/8.14.1" request_time=0.015 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.014 upstream_response_time=0.015 upstream_response_length=59
203.0.113.201 - - [24/Nov/2026:23:12:15 +0000] "GET /api/products/158 HTTP/1.1" 200 46 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.017 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.016 upstream_response_time=0.016 upstream_response_length=46
198.51.100.33 - - [24/Nov/2026:23:12:15 +0000] "GET /reports/sales?quarters=8 HTTP/1.1" 502 559 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36" request_time=1.349 upstream_addr=127.0.0.1:19520 upstream_status=502 upstream_connect_time=0.000 upstream_header_time=- upstream_response_time=1.349 upstream_response_length=0
198.51.100.121 - - [24/Nov/2026:23:12:16 +0000] "GET /api/products?page=7 HTTP/1.1" 200 882 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.023 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.022 upstream_response_time=0.022 upstream_response_length=882
203.0.113.17 - - [24/Nov/2026:23:12:17 +0000] "DELETE /api/cart/51 HTTP/1.1" 204 0 "-" "python-requests/2.32.5" request_time=0.011 upstream_addr=127.0.0.1:19520 upstream_status=204 upstream_connect_time=0.000 upstream_header_time=0.011 upstream_response_time=0.011 upstream_response_length=0
203.0.113.140 - - [24/Nov/2026:23:12:18 +0000] "POST /api/cart HTTP/1.1" 201 12 "-" "okhttp/4.12.0" request_time=0.021 upstream_addr=127.0.0.1:19520 upstream_status=201 upstream_connect_time=0.000 upstream_header_time=0.022 upstream_response_time=0.022 upstream_response_length=12
198.51.100.8 - - [24/Nov/2026:23:12:18 +0000] "GET /reports/daily HTTP/1.1" 200 701 "-" "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 Version/18.6 Mobile/15E148 Safari/604.1" request_time=0.281 upstream_addr=127.0.0.1:19520 upstream_status=200 upstream_connect_time=0.000 upstream_header_time=0.280 upstream_response_time=0.280 upstream_response_length=701
`;

/** gunicorn, standard error, with what the application prints for each request */
const backend = `
[2026-11-24 23:11:31 +0000] [10861] [INFO] Starting gunicorn 27.0.1
[2026-11-24 23:11:31 +0000] [10861] [INFO] Listening at: http://127.0.0.1:19520 (10861)
[2026-11-24 23:11:31 +0000] [10861] [INFO] Using worker: sync
[2026-11-24 23:11:31 +0000] [10862] [INFO] Booting worker with pid: 10862
[2026-11-24 23:11:31 +0000] [10866] [INFO] Booting worker with pid: 10866
[2026-11-24 23:11:31 +0000] [10868] [INFO] Booting worker with pid: 10868
127.0.0.1 "POST /api/cart HTTP/1.0" 201 12 21ms
127.0.0.1 "POST /account/login HTTP/1.0" 200 45 153ms
127.0.0.1 "GET /reports/daily HTTP/1.0" 200 701 279ms
127.0.0.1 "GET /reports/daily HTTP/1.0" 200 701 508ms
127.0.0.1 "DELETE /api/cart/71 HTTP/1.0" 204 0 11ms
127.0.0.1 "GET /reports/daily HTTP/1.0" 200 701 563ms
127.0.0.1 "POST /api/orders HTTP/1.0" 201 12 111ms
127.0.0.1 "POST /api/orders HTTP/1.0" 201 12 59ms
127.0.0.1 "POST /api/orders HTTP/1.0" 201 12 168ms
127.0.0.1 "GET /api/products/126 HTTP/1.0" 200 59 14ms
127.0.0.1 "GET /api/orders/1810 HTTP/1.0" 200 149 46ms
127.0.0.1 "GET /api/products?page=1 HTTP/1.0" 200 882 16ms
127.0.0.1 "GET /api/orders/1804 HTTP/1.0" 200 149 26ms
127.0.0.1 "GET /api/products/110 HTTP/1.0" 200 59 20ms
127.0.0.1 "GET /reports/sales?quarters=1 HTTP/1.0" 200 19 421ms
127.0.0.1 "GET /api/products?page=3 HTTP/1.0" 200 882 24ms
127.0.0.1 "GET / HTTP/1.0" 200 2026 10ms
127.0.0.1 "GET /healthz HTTP/1.0" 200 2 0ms
127.0.0.1 "GET /reports/daily HTTP/1.0" 200 701 296ms
[2026-11-24 23:11:49 +0000] [10861] [ERROR] Worker (pid:10866) was sent SIGKILL! Perhaps out of memory?
[2026-11-24 23:11:49 +0000] [11096] [INFO] Booting worker with pid: 11096
127.0.0.1 "GET / HTTP/1.0" 200 2026 10ms
127.0.0.1 "GET /favicon.ico HTTP/1.0" 404 207 0ms
127.0.0.1 "POST /api/cart HTTP/1.0" 201 12 20ms
127.0.0.1 "GET /api/products/104 HTTP/1.0" 200 46 22ms
127.0.0.1 "GET /api/products?page=8 HTTP/1.0" 200 882 13ms
127.0.0.1 "GET / HTTP/1.0" 200 2026 11ms
127.0.0.1 "GET / HTTP/1.0" 200 2026 11ms
127.0.0.1 "GET /favicon.ico HTTP/1.0" 404 207 0ms
127.0.0.1 "DELETE /api/cart/83 HTTP/1.0" 204 0 10ms
127.0.0.1 "DELETE /api/cart/70 HTTP/1.0" 204 0 11ms
127.0.0.1 "GET /reports/daily HTTP/1.0" 200 701 291ms
127.0.0.1 "GET /api/products/169 HTTP/1.0" 200 46 23ms
127.0.0.1 "GET /healthz HTTP/1.0" 200 2 0ms
127.0.0.1 "POST /api/orders HTTP/1.0" 201 12 156ms
127.0.0.1 "GET / HTTP/1.0" 200 2026 11ms
127.0.0.1 "POST /api/orders HTTP/1.0" 201 12 62ms
127.0.0.1 "GET / HTTP/1.0" 200 2026 10ms
127.0.0.1 "GET /api/products/118 HTTP/1.0" 200 46 5ms
127.0.0.1 "POST /api/orders HTTP/1.0" 201 12 119ms
127.0.0.1 "GET /api/products?page=6 HTTP/1.0" 200 882 36ms
127.0.0.1 "POST /account/login HTTP/1.0" 200 45 150ms
127.0.0.1 "POST /account/login HTTP/1.0" 200 45 150ms
127.0.0.1 "GET /reports/sales?quarters=1 HTTP/1.0" 200 19 417ms
127.0.0.1 "PUT /api/cart/25 HTTP/1.0" 204 0 10ms
127.0.0.1 "GET / HTTP/1.0" 200 2026 10ms
127.0.0.1 "PUT /api/cart/24 HTTP/1.0" 204 0 10ms
127.0.0.1 "GET /api/orders/1878 HTTP/1.0" 200 149 38ms
127.0.0.1 "POST /account/login HTTP/1.0" 200 45 150ms
127.0.0.1 "DELETE /api/cart/56 HTTP/1.0" 204 0 10ms
127.0.0.1 "DELETE /api/cart/82 HTTP/1.0" 204 0 10ms
127.0.0.1 "GET /api/orders/1837 HTTP/1.0" 200 149 19ms
127.0.0.1 "GET /api/products/136 HTTP/1.0" 200 59 6ms
[2026-11-24 23:12:07 +0000] [10861] [ERROR] Worker (pid:10862) was sent SIGKILL! Perhaps out of memory?
[2026-11-24 23:12:07 +0000] [11131] [INFO] Booting worker with pid: 11131
127.0.0.1 "GET /api/products/142 HTTP/1.0" 200 59 7ms
127.0.0.1 "GET /api/orders/1915 HTTP/1.0" 200 149 54ms
127.0.0.1 "POST /api/orders HTTP/1.0" 201 12 35ms
127.0.0.1 "GET /api/products/149 HTTP/1.0" 200 46 9ms
127.0.0.1 "POST /api/cart HTTP/1.0" 201 12 21ms
127.0.0.1 "GET /healthz HTTP/1.0" 200 2 0ms
127.0.0.1 "GET /api/orders/1864 HTTP/1.0" 200 149 83ms
127.0.0.1 "GET /api/products?page=4 HTTP/1.0" 200 882 49ms
127.0.0.1 "POST /account/login HTTP/1.0" 200 45 150ms
[2026-11-24 23:12:15 +0000] [10861] [ERROR] Worker (pid:11096) was sent SIGKILL! Perhaps out of memory?
[2026-11-24 23:12:15 +0000] [11166] [INFO] Booting worker with pid: 11166
`;

/** journalctl -k -o short-iso */
const kernelLog = `
2026-11-24T23:11:49+0000 web-2 kernel: gunicorn invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0, oom_score_adj=0
2026-11-24T23:11:49+0000 web-2 kernel: memory: usage 163840kB, limit 163840kB, failcnt 0
2026-11-24T23:11:49+0000 web-2 kernel: [  10861]     0 10861    26393     6604     4025     2579         0   114688        0             0 gunicorn
2026-11-24T23:11:49+0000 web-2 kernel: [  10862]     0 10862     9871     7390     5541     1849         0   126976        0             0 gunicorn
2026-11-24T23:11:49+0000 web-2 kernel: [  10866]     0 10866    34937    32260    30400     1860         0   327680        0             0 gunicorn
2026-11-24T23:11:49+0000 web-2 kernel: [  10868]     0 10868     9871     7396     5536     1860         0   126976        0             0 gunicorn
2026-11-24T23:11:49+0000 web-2 kernel: oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/system.slice/shop.service,task_memcg=/system.slice/shop.service,task=gunicorn,pid=10866,uid=0
2026-11-24T23:11:49+0000 web-2 kernel: Memory cgroup out of memory: Killed process 10866 (gunicorn) total-vm:139748kB, anon-rss:121600kB, file-rss:7440kB, shmem-rss:0kB, UID:0 pgtables:320kB oom_score_adj:0
2026-11-24T23:12:06+0000 web-2 kernel: gunicorn invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0, oom_score_adj=0
2026-11-24T23:12:06+0000 web-2 kernel: memory: usage 163840kB, limit 163840kB, failcnt 0
2026-11-24T23:12:06+0000 web-2 kernel: [  10861]     0 10861    26393     6604     4025     2579         0   114688        0             0 gunicorn
2026-11-24T23:12:06+0000 web-2 kernel: [  10862]     0 10862    34564    31855    30006     1849         0   323584        0             0 gunicorn
2026-11-24T23:12:06+0000 web-2 kernel: [  10868]     0 10868     9871     7396     5536     1860         0   126976        0             0 gunicorn
2026-11-24T23:12:06+0000 web-2 kernel: [  11096]     0 11096    28735     7866     5977     1889         0   139264        0             0 gunicorn
2026-11-24T23:12:06+0000 web-2 kernel: oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/system.slice/shop.service,task_memcg=/system.slice/shop.service,task=gunicorn,pid=10862,uid=0
2026-11-24T23:12:06+0000 web-2 kernel: Memory cgroup out of memory: Killed process 10862 (gunicorn) total-vm:138256kB, anon-rss:120024kB, file-rss:7396kB, shmem-rss:0kB, UID:0 pgtables:316kB oom_score_adj:0
2026-11-24T23:12:15+0000 web-2 kernel: gunicorn invoked oom-killer: gfp_mask=0xcc0(GFP_KERNEL), order=0, oom_score_adj=0
2026-11-24T23:12:15+0000 web-2 kernel: memory: usage 163840kB, limit 163840kB, failcnt 0
2026-11-24T23:12:15+0000 web-2 kernel: [  10861]     0 10861    26393     6604     4025     2579         0   114688        0             0 gunicorn
2026-11-24T23:12:15+0000 web-2 kernel: [  10868]     0 10868     9871     7396     5536     1860         0   126976        0             0 gunicorn
2026-11-24T23:12:15+0000 web-2 kernel: [  11096]     0 11096    52922    31994    30105     1889         0   335872        0             0 gunicorn
2026-11-24T23:12:15+0000 web-2 kernel: [  11131]     0 11131    28733     7853     5980     1873         0   139264        0             0 gunicorn
2026-11-24T23:12:15+0000 web-2 kernel: oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/system.slice/shop.service,task_memcg=/system.slice/shop.service,task=gunicorn,pid=11096,uid=0
2026-11-24T23:12:15+0000 web-2 kernel: Memory cgroup out of memory: Killed process 11096 (gunicorn) total-vm:211688kB, anon-rss:120420kB, file-rss:7556kB, shmem-rss:0kB, UID:0 pgtables:328kB oom_score_adj:0
`;

const linesOf = (text: string): readonly string[] => text.trim().split('\n');

export const incident = {
  proxyErrors: { name: '/shop/nginx/error', lines: linesOf(proxyErrors) },
  requests: { name: '/shop/nginx/access', lines: linesOf(requests) },
  backend: { name: '/shop/gunicorn', lines: linesOf(backend) },
  kernelLog: { name: '/shop/kernel', lines: linesOf(kernelLog) },
} as const satisfies Record<string, LogGroup>;
