# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_wl_global_optspecs
    string join \n database-url= as= format= color= no-pager q/quiet v/verbose op-id= profile= h/help V/version
end

function __fish_wl_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_wl_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_wl_using_subcommand
    set -l cmd (__fish_wl_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c wl -n "__fish_wl_needs_command" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_needs_command" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_needs_command" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_needs_command" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_needs_command" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_needs_command" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_needs_command" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_needs_command" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_needs_command" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_needs_command" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_needs_command" -f -a "init" -d 'Set up a database'
complete -c wl -n "__fish_wl_needs_command" -f -a "start" -d 'Start a timer'
complete -c wl -n "__fish_wl_needs_command" -f -a "stop" -d 'Stop the running timer'
complete -c wl -n "__fish_wl_needs_command" -f -a "status" -d 'Show the running timer'
complete -c wl -n "__fish_wl_needs_command" -f -a "cancel" -d 'Remove the running timer'
complete -c wl -n "__fish_wl_needs_command" -f -a "note" -d 'Add to the note of the timer'
complete -c wl -n "__fish_wl_needs_command" -f -a "timer" -d 'Start and stop a timer'
complete -c wl -n "__fish_wl_needs_command" -f -a "today" -d 'Show your time of today'
complete -c wl -n "__fish_wl_needs_command" -f -a "week" -d 'Show your time of a week'
complete -c wl -n "__fish_wl_needs_command" -f -a "undo" -d 'Take back your last change'
complete -c wl -n "__fish_wl_needs_command" -f -a "entry" -d 'List and correct time entries'
complete -c wl -n "__fish_wl_needs_command" -f -a "review" -d 'Show everyone\'s week'
complete -c wl -n "__fish_wl_needs_command" -f -a "approve" -d 'Approve finished time'
complete -c wl -n "__fish_wl_needs_command" -f -a "unlock" -d 'Reopen locked entries'
complete -c wl -n "__fish_wl_needs_command" -f -a "bill" -d 'Bill approved time'
complete -c wl -n "__fish_wl_needs_command" -f -a "exceptions" -d 'List what needs attention'
complete -c wl -n "__fish_wl_needs_command" -f -a "export" -d 'Export approved time'
complete -c wl -n "__fish_wl_needs_command" -f -a "report" -d 'Add up time'
complete -c wl -n "__fish_wl_needs_command" -f -a "order" -d 'Manage work orders'
complete -c wl -n "__fish_wl_needs_command" -f -a "line" -d 'Manage line items'
complete -c wl -n "__fish_wl_needs_command" -f -a "user" -d 'Manage people and roles'
complete -c wl -n "__fish_wl_needs_command" -f -a "settings" -d 'Show and change settings'
complete -c wl -n "__fish_wl_needs_command" -f -a "config" -d 'Show the configuration'
complete -c wl -n "__fish_wl_needs_command" -f -a "audit" -d 'Show and verify the trail'
complete -c wl -n "__fish_wl_needs_command" -f -a "migrate" -d 'Update the schema'
complete -c wl -n "__fish_wl_needs_command" -f -a "db" -d 'Run, back up a database'
complete -c wl -n "__fish_wl_needs_command" -f -a "doctor" -d 'Check the installation'
complete -c wl -n "__fish_wl_needs_command" -f -a "completions" -d 'Print shell completion'
complete -c wl -n "__fish_wl_needs_command" -f -a "help" -d 'Help on commands, topics'
complete -c wl -n "__fish_wl_using_subcommand init" -l admin -d 'Login of the first admin [default: WL_USER, the user of a file, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand init" -l full-name -d 'Name of the first admin as printed on exports [default: the login]' -r
complete -c wl -n "__fish_wl_using_subcommand init" -l zone -d 'Time zone of all days, periods and typed times [default: this machine\'s, if it is certain]' -r
complete -c wl -n "__fish_wl_using_subcommand init" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand init" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand init" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand init" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand init" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand init" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand init" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand init" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand init" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand start" -s n -l note -d 'What you are doing' -r
complete -c wl -n "__fish_wl_using_subcommand start" -l at -d 'Start time, such as 14:30, "yesterday 16:00", "20m ago" or 2026-03-01T14:30:00Z' -r
complete -c wl -n "__fish_wl_using_subcommand start" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand start" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand start" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand start" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand start" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand start" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand start" -l no-switch -d 'Refuse if another timer is running, instead of stopping it'
complete -c wl -n "__fish_wl_using_subcommand start" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand start" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand start" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand stop" -l at -d 'End time, such as 14:30 or "20m ago"' -r
complete -c wl -n "__fish_wl_using_subcommand stop" -s n -l note -d 'What you did; added after the note from the start' -r
complete -c wl -n "__fish_wl_using_subcommand stop" -l user -d 'Stop this user\'s timer, as an admin' -r
complete -c wl -n "__fish_wl_using_subcommand stop" -l reason -d 'Reason; required for another user\'s timer' -r
complete -c wl -n "__fish_wl_using_subcommand stop" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand stop" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand stop" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand stop" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand stop" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand stop" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand stop" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand stop" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand stop" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand stop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand status" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand status" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand status" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand status" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand status" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand status" -l short -d 'Print only the line item and the time, or nothing, for a shell\'s prompt'
complete -c wl -n "__fish_wl_using_subcommand status" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand status" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand status" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand cancel" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand cancel" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand cancel" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand cancel" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand cancel" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand cancel" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand cancel" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand cancel" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand cancel" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand note" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand note" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand note" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand note" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand note" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand note" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand note" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand note" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand note" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand note" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -f -a "start" -d 'Start a timer; a running one stops at the same instant'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -f -a "stop" -d 'Stop the running timer'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -f -a "status" -d 'Show the running timer'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status cancel" -f -a "cancel" -d 'Remove the running timer; the one that it had stopped goes on'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -s n -l note -d 'What you are doing' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l at -d 'Start time, such as 14:30, "yesterday 16:00", "20m ago" or 2026-03-01T14:30:00Z' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l no-switch -d 'Refuse if another timer is running, instead of stopping it'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l at -d 'End time, such as 14:30 or "20m ago"' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -s n -l note -d 'What you did; added after the note from the start' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l user -d 'Stop this user\'s timer, as an admin' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l reason -d 'Reason; required for another user\'s timer' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -l short -d 'Print only the line item and the time, or nothing, for a shell\'s prompt'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from cancel" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from cancel" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from cancel" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from cancel" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from cancel" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from cancel" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from cancel" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand today" -l user -d 'Show this person\'s time; for admins, accountants and ops' -r
complete -c wl -n "__fish_wl_using_subcommand today" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand today" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand today" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand today" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand today" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand today" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand today" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand today" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand today" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand today" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand week" -s p -l period -d 'The same as PERIOD' -r
complete -c wl -n "__fish_wl_using_subcommand week" -l user -d 'Show this person\'s time; for admins, accountants and ops' -r
complete -c wl -n "__fish_wl_using_subcommand week" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand week" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand week" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand week" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand week" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand week" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand week" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand week" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand week" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand week" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand undo" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand undo" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand undo" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand undo" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand undo" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand undo" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand undo" -s y -l yes -d 'Undo without asking for confirmation'
complete -c wl -n "__fish_wl_using_subcommand undo" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand undo" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand undo" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand undo" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -f -a "list" -d 'List time entries, oldest first'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -f -a "show" -d 'Show one entry'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -f -a "add" -d 'Add a finished entry'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -f -a "edit" -d 'Correct an entry'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -f -a "split" -d 'Split an entry in two, perhaps with a break between them; the first part keeps the ID'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -f -a "remove" -d 'Hide an entry; it stays in the audit trail'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -f -a "restore" -d 'Bring a removed entry back'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit split remove restore import" -f -a "import" -d 'Import entries from a CSV file'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l user -d 'Only this user\'s time' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l status -d 'Only OPEN or LOCKED entries' -r -f -a "OPEN\t''
LOCKED\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -s p -l period -d 'Only time that started in it: wl help periods' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l from -d 'Only time that started on the first day of this period or later' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l to -d 'Only time that started on the last day of this period or earlier' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l limit -d 'Show only this many, the newest' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l removed -d 'Show removed entries instead'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l as-of -d 'Show the entry as it was at this time, rebuilt from the audit trail. It goes by the time at which changes were recorded, not by the times that an entry says' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l start -d 'Start time, such as "yesterday 16:00" or "24 nov 9:00"' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l end -d 'End time; 14:30 alone is on the day of the start, or on the day after if it would be earlier than the start' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l for -d 'Length, such as 1.5h or 1h30m, instead of --start or --end; alone, it ends now' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -s n -l note -d 'What was done' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l user -d 'User whose time it is; only admins add time for others' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l reason -d 'Reason; required for another user\'s time' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l start -d 'New start; 14:30 alone is on the day of the entry' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l end -d 'New end; 14:30 alone is on the day of the start, or on the day after if it would be earlier than the start' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l for -d 'New length, such as 1.5h or 1h30m; it moves the end, or the start if --end is given' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l line -d 'Move to this line item: WHAT as in wl entry add' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -s n -l note -d 'New note; an empty one removes it' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l reason -d 'Reason; required for another user\'s time and for time that was approved before' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -l at -d 'Where the first part ends; 14:30 alone is on the day of the entry' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -l gap -d 'Break between the parts, such as 30m' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -l line -d 'Line item of the second part: WHAT as in wl entry add' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -s n -l note -d 'Note of the second part [default: the same, unless --line is given]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -l reason -d 'Reason; required for another user\'s time and for time that was approved before' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from split" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l reason -d 'Reason; required for another user\'s time and for time that was approved before' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l reason -d 'Reason; required for another user\'s time and for time that was approved before' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l map -d 'Column of a target, such as number=case_id' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l number -d 'Order number of all rows' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l number-replace -d 'Replace text in order numbers, such as /=- for each slash; can be repeated' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l line -d 'Line item of all rows' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l delimiter -d 'Character between columns, or the word tab' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l quote -d 'Whether quotes enclose cells; none reads them as ordinary characters' -r -f -a "double\t''
none\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l encoding -d 'Encoding of a file that is not UTF-8' -r -f -a "utf-8\t''
windows-1252\t''
utf-16le\t''
utf-16be\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l rejects -d 'Import the valid rows, write the others here' -r -F
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l tracker -d 'Tracker that wrote the file, if that is unclear' -r -f -a "toggl\t''
clockify\t''
harvest\t''
kimai\t''
watson\t''
timewarrior\t''
klog\t''
timeclock\t''
bartib\t''
timetrap\t''
solidtime\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l user -d 'Person whose time the file contains' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l zone -d 'Time zone of times without an offset' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l date-order -d 'Where dates such as 03/04/2026 have their day; a date of the file may show it' -r -f -a "dmy\t''
mdy\t''
ymd\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l map-users -d 'CSV file: people of the file, their logins here' -r -F
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l map-orders -d 'The same for projects and orders' -r -F
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l reason -d 'Reason for the audit trail' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l force -d 'Replace the file of rejects if it exists'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Show what would be imported, change nothing'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l skip-running -d 'Leave out rows without an end, which are still running'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l write-maps -d 'With --dry-run: write these files'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l create-orders -d 'Make the orders that the projects need'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand review" -s p -l period -d 'Time that started in this period, such as last-week, month or 2026-W48; longer ones have a table for each week' -r
complete -c wl -n "__fish_wl_using_subcommand review" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand review" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand review" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand review" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand review" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand review" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand review" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand review" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand review" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand review" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand approve" -l entry -d 'Approve this entry (ID, @ or @2), beside the orders; can be repeated' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -l user -d 'Only this user\'s time; can be repeated' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -s p -l period -d 'Only time that started in it: wl help periods' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -l from -d 'Only time that started on the first day of this period or later' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -l to -d 'Only time that started on the last day of this period or earlier' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand approve" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand approve" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -s n -l dry-run -d 'Show what would be approved without changing anything'
complete -c wl -n "__fish_wl_using_subcommand approve" -s y -l yes -d 'Approve without asking for confirmation'
complete -c wl -n "__fish_wl_using_subcommand approve" -l accept-long -d 'Also approve entries longer than the setting stale_after'
complete -c wl -n "__fish_wl_using_subcommand approve" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand approve" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand approve" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand approve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand unlock" -l reason -d 'Reason for the correction' -r
complete -c wl -n "__fish_wl_using_subcommand unlock" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand unlock" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand unlock" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand unlock" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand unlock" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand unlock" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand unlock" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand unlock" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand unlock" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand unlock" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -f -a "add" -d 'Bill approved time that is on no active bill'
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -f -a "list" -d 'List bills'
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -f -a "show" -d 'Show a bill and its lines'
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -f -a "cancel" -d 'Cancel a bill, so that its time can be corrected and billed again'
complete -c wl -n "__fish_wl_using_subcommand bill; and not __fish_seen_subcommand_from add list show cancel verify" -f -a "verify" -d 'Say which bill a file is a document of; exit with 3 if a file is unknown'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l customer -d 'All work orders of this customer' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l status -d 'All work orders with this status: ready_to_bill' -r -f -a "ready_to_bill\t''"
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l until -d 'Only time up to this day [default: today]' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l per -d 'One bill for each order, or for each customer' -r -f -a "order\t''
customer\t''"
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l reference -d 'Accounting\'s own number, if there is one bill' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l dir -d 'Then write the bills\' documents into this folder' -r -F
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l documents -d 'Which documents: pdf, csv, xlsx' -r -f -a "pdf\t''
csv\t''
xlsx\t''"
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l skip-unapproved -d 'Leave unapproved time for the next bill'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -s n -l dry-run -d 'Show what would be billed, change nothing'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -s y -l yes -d 'Bill without asking for confirmation'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -l customer -d 'Only bills whose customer contains this text' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -s p -l period -d 'Only bills made in this period, such as today, last-month, 2026-07 or 7d' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -l limit -d 'Show only this many, the newest' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -l cancelled -d 'Also list cancelled bills'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from show" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from show" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from show" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from show" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from show" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from show" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from show" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from cancel" -l reason -d 'Reason' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from cancel" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from cancel" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from cancel" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from cancel" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from cancel" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from cancel" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from cancel" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from verify" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from verify" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from verify" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from verify" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from verify" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from verify" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from verify" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand bill; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l kind -d 'Only this kind; can be repeated' -r -f -a "stale_timer\t'Timers that run longer than the limit'
long_entry\t'Finished entries that are longer than the limit and not approved'
unapproved_ready_to_bill\t'Orders that are ready to bill and have unapproved time'
edited_after_approval\t'Entries that were unlocked and not approved again'
done_without_time\t'Line items that are done and have no time'
unbilled_time\t'Approved time that is due but on no bill, or on a cancelled order'
orphaned\t'Rows that still exist under removed ones'"
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l stale-after -d 'How long time may be, such as 8h' -r
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l since -d 'Also list what was resolved since then' -r
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l limit -d 'At most so many of each kind; 0: all' -r
complete -c wl -n "__fish_wl_using_subcommand exceptions" -s o -l output -d 'Write to this file, completely or not at all' -r -F
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l format -d 'table, json, csv, html or prometheus' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'
html\t'Page for a browser'
prometheus\t'Counts for node_exporter\'s textfile collector'"
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l counts -d 'Only the number of each kind and the oldest'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l force -d 'Replace the file if it exists'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l exit-code -d 'Exit with 3 if there are any exceptions'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -l changed-since -d 'List what has changed in what was handed over: a side file or a manifest, or for everything a seal file or the 64 digits of a seal' -r
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -l exit-code -d 'Exit with 3 if anything has changed'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -f -a "csv" -d 'Export a table as text, for accounting systems and scripts'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -f -a "xlsx" -d 'Export a spreadsheet: the rows on one sheet, totals on another'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv xlsx pdf" -f -a "pdf" -d 'Export a document to file or send'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l status -d 'All orders with this status' -r -f -a "open\t''
in_progress\t''
ready_to_bill\t''
billed\t''
cancelled\t''"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l customer -d 'All orders of this customer' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -s p -l period -d 'Only time that started in it: wl help periods' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l from -d 'Only time that started on the first day of this period or later' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l to -d 'Only time that started on the last day of this period or earlier' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l bill -d 'Document of this bill, or with --dir of 17..20' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -s o -l output -d 'File to write; - is standard output' -r -F
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l dir -d 'Write a file for each order, and a manifest' -r -F
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l by -d 'A row for each line, technician or day' -r -f -a "line\t'One row for each line item'
technician\t'One row for each person'
day\t'One row for each day on which time started'"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l columns -d 'Only these, such as work_order,user,hours' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l delimiter -d 'Character between columns [default: , or with --decimal , ;]' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l decimal -d 'Before the decimals of hours: . or ,' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l include-unapproved -d 'Export a draft that also has unapproved time'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l force -d 'Replace existing files'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l one-line-notes -d 'Write line breaks in notes and other texts as " / "'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l totals -d 'Add a last line with the sums'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l status -d 'All orders with this status' -r -f -a "open\t''
in_progress\t''
ready_to_bill\t''
billed\t''
cancelled\t''"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l customer -d 'All orders of this customer' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -s p -l period -d 'Only time that started in it: wl help periods' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l from -d 'Only time that started on the first day of this period or later' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l to -d 'Only time that started on the last day of this period or earlier' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l bill -d 'Document of this bill, or with --dir of 17..20' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -s o -l output -d 'File to write; - is standard output' -r -F
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l dir -d 'Write a file for each order, and a manifest' -r -F
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l by -d 'A row for each line, technician or day' -r -f -a "line\t'One row for each line item'
technician\t'One row for each person'
day\t'One row for each day on which time started'"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l columns -d 'Only these, such as work_order,user,hours' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l include-unapproved -d 'Export a draft that also has unapproved time'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l force -d 'Replace existing files'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from xlsx" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l status -d 'All orders with this status' -r -f -a "open\t''
in_progress\t''
ready_to_bill\t''
billed\t''
cancelled\t''"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l customer -d 'All orders of this customer' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -s p -l period -d 'Only time that started in it: wl help periods' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l from -d 'Only time that started on the first day of this period or later' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l to -d 'Only time that started on the last day of this period or earlier' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l bill -d 'Document of this bill, or with --dir of 17..20' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -s o -l output -d 'File to write; - is standard output' -r -F
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l dir -d 'Write a file for each order, and a manifest' -r -F
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l hide -d 'Leave out notes, names or times' -r -f -a "notes\t'Notes of the entries'
names\t'Names of the people who worked and approved'
times\t'Times of day'"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l signature -d 'A line to sign on, with this text under it' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l paper -d 'Size of the paper: a4 or letter' -r -f -a "a4\t''
letter\t''"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l include-unapproved -d 'Export a draft that also has unapproved time'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l force -d 'Replace existing files'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours" -f -a "hours" -d 'Add up time by people, orders, customers or days; the total is always the same'
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l by -d 'What to group the time by, such as order' -r -f -a "technician\t''
order\t''
line\t'Line items'
customer\t'By the full name, ignoring case'
day\t''
week\t'ISO weeks, from Monday to Sunday'
month\t''"
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l across -d 'Each day or week in a column of its own' -r -f -a "day\t''
week\t'ISO weeks, from Monday to Sunday'"
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -s p -l period -d 'Only time that started in it: wl help periods' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l from -d 'Only time that started on the first day of this period or later' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l to -d 'Only time that started on the last day of this period or earlier' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l user -d 'Only this user\'s time' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l customer -d 'Only time on orders of this customer' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l split -d 'Split work at midnight and the period\'s edges'
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -f -a "add" -d 'Add a work order'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -f -a "list" -d 'List work orders'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -f -a "show" -d 'Show a work order and its line items'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -f -a "edit" -d 'Change a work order\'s number, title or customer'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -f -a "status" -d 'Change a work order\'s status'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -f -a "remove" -d 'Hide a work order that has no time'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -f -a "restore" -d 'Bring a removed work order back'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import" -f -a "import" -d 'Import work orders from a CSV file'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l title -d 'Work to be done' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l customer -d 'Customer' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l status -d 'Only orders with this status' -r -f -a "open\t''
in_progress\t''
ready_to_bill\t''
billed\t''
cancelled\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l customer -d 'Only orders whose customer contains this text' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -s s -l search -d 'Only orders whose number, title or customer contains this text' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l limit -d 'Show at most this many' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l removed -d 'Also list removed orders'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l number -d 'New number' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l title -d 'New title' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l customer -d 'New customer' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l reason -d 'Reason' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l reason -d 'Reason; required to move a billed order back' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l reason -d 'Reason' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l reason -d 'Reason' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l map -d 'Column of a target, such as number=case_id' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l number -d 'Order number of all rows' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l number-replace -d 'Replace text in order numbers, such as /=- for each slash; can be repeated' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l line -d 'Line item of all rows' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l delimiter -d 'Character between columns, or the word tab' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l quote -d 'Whether quotes enclose cells; none reads them as ordinary characters' -r -f -a "double\t''
none\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l encoding -d 'Encoding of a file that is not UTF-8' -r -f -a "utf-8\t''
windows-1252\t''
utf-16le\t''
utf-16be\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l rejects -d 'Import the valid rows, write the others here' -r -F
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l number-prefix -d 'Prefix of each order number' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l customer -d 'Customer of all orders' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l force -d 'Replace the file of rejects if it exists'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Show what would be imported, change nothing'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -f -a "add" -d 'Add a line item at the end of a work order'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -f -a "list" -d 'List the line items of a work order'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -f -a "edit" -d 'Change a line item\'s description'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -f -a "status" -d 'Change a line item\'s status'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -f -a "remove" -d 'Hide a line item that has no time'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore" -f -a "restore" -d 'Bring a removed line item back'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -s d -l description -d 'Work to be done' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l removed -d 'Also list removed line items'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -s d -l description -d 'New description' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l reason -d 'Reason' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l reason -d 'Reason' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l reason -d 'Reason' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l reason -d 'Reason' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -f -a "add" -d 'Add a user with a login and a role'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -f -a "list" -d 'List users'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -f -a "rename" -d 'Change a user\'s full name; the login stays'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -f -a "password" -d 'Set your password, or as the owner of the database anyone\'s'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -f -a "role" -d 'Change a user\'s role'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -f -a "remove" -d 'Remove a user\'s rights; the history stays'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list rename password role remove restore" -f -a "restore" -d 'Bring a removed user back'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l full-name -d 'Name as printed on exports' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l role -d 'Role, which decides what the user may do' -r -f -a "technician\t''
admin\t''
accountant\t''
ops\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l removed -d 'Also list removed users'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from rename" -l full-name -d 'New name; bills that were made keep the old one' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from rename" -l reason -d 'Reason' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from rename" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from rename" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from rename" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from rename" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from rename" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from rename" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from rename" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from password" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from password" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from password" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from password" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from password" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from password" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from password" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from password" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from password" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from password" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l reason -d 'Reason' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l reason -d 'Reason' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l reason -d 'Reason' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set" -f -a "show" -d 'Show all settings'
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set" -f -a "set" -d 'Change a setting; an empty value removes it'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l reason -d 'Reason' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand config; and not __fish_seen_subcommand_from show path" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand config; and not __fish_seen_subcommand_from show path" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand config; and not __fish_seen_subcommand_from show path" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand config; and not __fish_seen_subcommand_from show path" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand config; and not __fish_seen_subcommand_from show path" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand config; and not __fish_seen_subcommand_from show path" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand config; and not __fish_seen_subcommand_from show path" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand config; and not __fish_seen_subcommand_from show path" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand config; and not __fish_seen_subcommand_from show path" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand config; and not __fish_seen_subcommand_from show path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand config; and not __fish_seen_subcommand_from show path" -f -a "show" -d 'Show each value and where it comes from; passwords are not shown'
complete -c wl -n "__fish_wl_using_subcommand config; and not __fish_seen_subcommand_from show path" -f -a "path" -d 'Print the path of your configuration file, whether or not it exists'
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from show" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from show" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from show" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from show" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from show" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from show" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from show" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from path" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from path" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from path" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from path" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from path" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from path" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from path" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from path" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -f -a "log" -d 'Show who did what, when and why, newest last'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -f -a "show" -d 'Show the history of one row: who changed what, when and why, with old and new values'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -f -a "verify" -d 'Recompute all chains and compare each row with its last record; exit with 3 if anything is wrong'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal" -f -a "seal" -d 'Print the current seal of the audit trail'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l user -d 'Only actions of this user' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l action -d 'Only this action or group of actions, such as entry.unlock or timer' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l entry -d 'Only records about this entry' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l operation -d 'Only records of this operation' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l since -d 'Only records since this time' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l limit -d 'Show only this many, the newest' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l seal -d 'Also check that every record under this earlier seal still exists; takes a seal file or the 64 digits from a document' -r -F
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l since -d 'Verify only the records after this earlier seal; those under it were verified before. Only a full verification detects that a later record was removed' -r -F
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -s o -l output -d 'Write the seal to this file' -r -F
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l force -d 'Replace the file if it exists'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status" -f -a "up" -d 'Apply missing migrations'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status" -f -a "down" -d 'Undo the last migration; only possible while there is no data'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status" -f -a "status" -d 'Show which migrations are applied'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l all -d 'Undo all migrations'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -s y -l yes -d 'Don\'t ask for confirmation'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -f -a "start" -d 'Start the private database'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -f -a "stop" -d 'Stop the private database'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -f -a "status" -d 'Show where the private database is and whether it is running'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -f -a "psql" -d 'Open psql with your login, or with the one that --as names'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -f -a "backup" -d 'Back up the private database, or as its owner the configured server\'s'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -f -a "restore" -d 'Restore a backup into an empty database and verify it'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore upgrade" -f -a "upgrade" -d 'Move the private database to the newest PostgreSQL that is installed, and verify it'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l force -d 'Replace the files if they exist'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from upgrade" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from upgrade" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from upgrade" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from upgrade" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from upgrade" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from upgrade" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from upgrade" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from upgrade" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from upgrade" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from upgrade" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand doctor" -l seal -d 'Earlier seal that the trail must still contain' -r -F
complete -c wl -n "__fish_wl_using_subcommand doctor" -l idle-after -d 'Report sessions that are idle in a transaction for longer than this' -r
complete -c wl -n "__fish_wl_using_subcommand doctor" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand doctor" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand doctor" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand doctor" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand doctor" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand doctor" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand doctor" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand doctor" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand doctor" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand completions" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand completions" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand completions" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand completions" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand completions" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand completions" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand completions" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand completions" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand completions" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand help" -l database-url -d 'Database to use, before DATABASE_URL and files [default: the private database]' -r
complete -c wl -n "__fish_wl_using_subcommand help" -l as -d 'Login to connect with, before WL_USER and files [default: the URL\'s, or your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand help" -l format -d 'Output format' -r -f -a "table\t'Aligned columns for people'
json\t'One JSON document with all fields'
csv\t'CSV with a header and all fields'"
complete -c wl -n "__fish_wl_using_subcommand help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand help" -l op-id -d 'ID of this operation; repeated with the same ID, the work is done only once' -r
complete -c wl -n "__fish_wl_using_subcommand help" -l profile -d 'Section [profile.NAME] of the configuration files that names database and login' -r
complete -c wl -n "__fish_wl_using_subcommand help" -l no-pager -d 'Print long lists directly, without a pager'
complete -c wl -n "__fish_wl_using_subcommand help" -s q -l quiet -d 'Print only results, warnings and errors'
complete -c wl -n "__fish_wl_using_subcommand help" -s v -l verbose -d 'Print the causes of an error; -vv also prints each SQL statement and its duration'
complete -c wl -n "__fish_wl_using_subcommand help" -s h -l help -d 'Print help (see more with \'--help\')'
