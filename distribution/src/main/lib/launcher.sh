# shellcheck shell=sh
# What two launchers share: that of a checkout (migrations) and that of a distribution (bin/migrations). They define
# fail and resolve, set $jar and $id, say with list_archives in which folders the archive of its classes may lie, and
# call launch with what was typed.

# ---- the JDK

read_release() { # home of a JDK -> $version as its release file or the program itself tells, $feature as a number
    version=
    if [ -r "$1/release" ]; then
        while IFS='=' read -r key value; do
            case $key in
                JAVA_RUNTIME_VERSION | JAVA_VERSION)
                    version=${value#\"}
                    version=${version%%\"*}
                    break
                    ;;
            esac
        done <"$1/release"
    fi
    if [ -z "$version" ]; then
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    fi
    feature=${version%%[!0-9]*}
    feature=${feature:-0}
}

suits() { # home of a JDK, program that it must have
    [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/$2" ] && read_release "$1" && [ "$feature" -ge 17 ]
}

find_jdk() { # program that it must have (java to run, javac to build) -> $home
    home=${JAVA_HOME:-}
    suits "$home" "$1" && return
    if java=$(command -v java); then
        resolve "$java"
        home=${resolved%/bin/java}
        suits "$home" "$1" && return
    fi
    if [ -x /usr/libexec/java_home ] && home=$(/usr/libexec/java_home -v 17+ 2>/dev/null); then
        suits "$home" "$1" && return
    fi
    for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        suits "$home" "$1" && return
    done
    fail 2 "needs a JDK of version 17 or later, with $1; looked at JAVA_HOME (${JAVA_HOME:-not set}), at java on PATH \
(${java:-none}) and in /usr/lib/jvm. Install one (Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME."
}

# ---- the archive of classes: what the JVM has read and checked once, ready to be mapped (half of the start-up)

# A short run gains nothing from the second compiler and from more than one thread of garbage collection. An archive
# that does not fit is passed over, and the JVM says nothing about it.
options='-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable'

name_archive() { # -> $name, of the JDK in $home and, where the jar has one, of its $id; $use, the option that maps it
    read_release "$home"
    name=launcher-${home##*/}-$version${id:+-$id}
    if [ "$feature" -ge 25 ]; then
        name=$name.aot use=-XX:AOTCache
    else
        name=$name.jsa use=-XX:SharedArchiveFile
    fi
}

is_newer_than_jar() { # file
    # shellcheck disable=SC3013 # every sh has -nt, and POSIX since 2024
    [ "$1" -nt "$jar" ]
}

find_archive() { # folders -> $archive
    for folder; do
        archive=$folder/$name
        [ -s "$archive" ] && is_newer_than_jar "$archive" && return
    done
    return 1
}

find_place() { # folders -> $archive, in the first where it can be made
    for folder; do
        archive=$folder/$name
        { [ -d "$folder" ] || mkdir -p "$folder"; } 2>/dev/null && [ -w "$folder" ] && return
    done
    return 1
}

# A trial that has ended is remembered by an empty file, so that it is not repeated for each run; one that goes on, by
# its process.
is_tried() {
    is_newer_than_jar "$archive.tried" || return 1
    trainer=
    read -r trainer <"$archive.tried"
    [ -z "$trainer" ] || kill -0 "$trainer" 2>/dev/null
}

# Nothing of the caller's environment reaches it, and it gives way to whatever else runs.
java_aside() { # arguments of java
    env -i PATH="$PATH" HOME="${HOME:-/}" nice -n 19 "$home/bin/java" -XX:TieredStopAtLevel=1 -Xlog:disable "$@"
}

# The program runs what people type most, on a database that it makes up. From JDK 25 on, the archive also knows what
# was linked and called. Before, it is made of a list of classes; without those made for picocli's interfaces, which are
# of so old a form that with them half of picocli stays outside. Only the collector that is named writes objects, too.
write_archive() { # writes $work/new
    set -- -XX:+UseG1GC -Djava.io.tmpdir="$work" -cp "$jar"
    training=io.stockassistant.migrations.cli.TrainingRun
    if [ "$feature" -ge 25 ]; then
        java_aside -XX:AOTCacheOutput="$work/new" "$@" $training
    else
        java_aside -XX:DumpLoadedClassList="$work/all" "$@" $training &&
            sed '/^@lambda-proxy.*Lpicocli/d' "$work/all" >"$work/list" &&
            java_aside -Xshare:dump -XX:SharedClassListFile="$work/list" -XX:SharedArchiveFile="$work/new" "$@"
    fi
}

# Written in a folder of its own and then renamed, so that nobody maps half an archive.
make_archive() {
    work=$archive.part.$$
    rm -rf "${archive%/*}/launcher-${home##*/}"-*.part.*
    mkdir "$work" || return
    if write_archive && [ -s "$work/new" ]; then
        for old in "${archive%/*}/launcher-${home##*/}"-*; do
            case $old in
                "$archive"*) ;;
                *) rm -rf "$old" ;;
            esac
        done
        mv -f "$work/new" "$archive"
    fi
    [ -d "$work" ] || return # another one that began later has taken it away, and goes on
    rm -rf "$work"
    : >"$archive.tried"
}

# For the next run; this one does not wait.
make_archive_later() {
    (
        make_archive &
        echo $! >"$archive.tried"
    ) </dev/null >/dev/null 2>&1
}

# ---- the locale

# Where it is C, Java cannot read the name of a file that is not ASCII. This changes how bytes are read, and neither
# language nor order; a system without C.UTF-8 stays with C.
read_names_as_utf8() {
    case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
        C | POSIX)
            LC_CTYPE=C.UTF-8
            export LC_CTYPE
            [ -z "${LC_ALL:-}" ] || LC_ALL=C.UTF-8
            ;;
    esac
}

# ---- all together

launch() { # the arguments of the program; needs $home
    read_names_as_utf8
    name_archive
    if list_archives find_archive; then
        # shellcheck disable=SC2086 # the words of $options are options
        exec "$home/bin/java" "$use=$archive" $options -jar "$jar" "$@"
    fi
    if list_archives find_place && ! is_tried; then
        make_archive_later
    fi
    # shellcheck disable=SC2086 # the words of $options are options
    exec "$home/bin/java" $options -jar "$jar" "$@"
}
