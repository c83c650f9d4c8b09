#!/usr/bin/env bash
# One UPDATE of a whole table beside a backfill with one worker and with two, each while a client updates random rows.
# usage: run.sh JAR URL [ROWS] [ROUNDS]    URL: a database of a server where this may create databases; needs psql, pgbench
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jar=$1 url=$2 rows=${3:-5000000} rounds=${4:-3}
base=${url%/*}
migrations() { java -jar "$jar" "$@" --modules "$here/modules" --url "$base/bench_backfill" --no-color; }
sql() { psql -X -q -v ON_ERROR_STOP=1 "$base/$1" -Atc "$2"; }
millis() { date +%s%3N; }
scratch=$(mktemp -d)
client=
end() {
    [ -z "$client" ] || kill "$client" 2>/dev/null || true
    sql "${url##*/}" 'DROP DATABASE IF EXISTS bench_backfill WITH (FORCE)'
    sql "${url##*/}" 'DROP DATABASE IF EXISTS bench_seed WITH (FORCE)'
    rm -rf "$scratch"
}
trap end EXIT

sql "${url##*/}" 'DROP DATABASE IF EXISTS bench_seed WITH (FORCE)'
sql "${url##*/}" 'CREATE DATABASE bench_seed'
java -jar "$jar" upgrade --modules "$here/modules" --url "$base/bench_seed" >/dev/null
sql bench_seed "DROP SCHEMA IF EXISTS migrations CASCADE" 2>/dev/null
sql bench_seed "INSERT INTO items.item SELECT i, i % 1000, i % 77, md5(i::text) FROM generate_series(1, $rows) i"
sql bench_seed 'VACUUM ANALYZE items.item'

cat > "$scratch/client.sql" <<SQL
\\set id random(1, $rows)
UPDATE items.item SET note = 'seen' WHERE id = :id;
SQL

measure() {
    sql "${url##*/}" 'DROP DATABASE IF EXISTS bench_backfill WITH (FORCE)'
    sql "${url##*/}" 'CREATE DATABASE bench_backfill TEMPLATE bench_seed'
    sql bench_backfill CHECKPOINT
    before=$(sql bench_backfill "SELECT pg_table_size('items.item')")
    rm -f "$scratch"/log*
    (cd "$scratch" && exec pgbench -n -f client.sql -c 1 -R 50 -T 3600 -l --log-prefix=log "$base/bench_backfill") >/dev/null 2>&1 &
    client=$!
    sleep 1
    begun=$(millis)
    "${@:2}" >/dev/null
    ended=$(millis)
    sleep 1
    kill "$client"
    wait "$client" 2>/dev/null || true
    client=
    longest=$(awk 'BEGIN { m = 0 } $3 > m { m = $3 } END { printf "%.0f", m / 1000 }' "$scratch"/log*)
    after=$(sql bench_backfill "SELECT pg_table_size('items.item')")
    left=$(sql bench_backfill 'SELECT count(*) FROM items.item WHERE total IS DISTINCT FROM price * amount')
    printf '%-10s %8d ms  longest wait of the client %6d ms  table %4d%% of before  left %d\n' \
        "$1" $((ended - begun)) "$longest" $((after * 100 / before)) "$left"
}

for _ in $(seq "$rounds"); do
    measure UPDATE sql bench_backfill 'UPDATE items.item SET total = price * amount WHERE total IS NULL'
    measure '1 worker' migrations backfill run
    measure '2 workers' migrations backfill run --parallel 2
done
