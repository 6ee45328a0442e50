# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_wl_global_optspecs
    string join \n database-url= as= format= color= q/quiet v/verbose op-id= h/help V/version
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

complete -c wl -n "__fish_wl_needs_command" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_needs_command" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_needs_command" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_needs_command" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_needs_command" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_needs_command" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_needs_command" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_needs_command" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_needs_command" -f -a "init" -d 'Set up the database and its first admin'
complete -c wl -n "__fish_wl_needs_command" -f -a "timer" -d 'Start and stop your timer'
complete -c wl -n "__fish_wl_needs_command" -f -a "entry" -d 'List and correct time entries'
complete -c wl -n "__fish_wl_needs_command" -f -a "approve" -d 'Confirm finished time, which locks it'
complete -c wl -n "__fish_wl_needs_command" -f -a "unlock" -d 'Reopen one locked entry for a correction'
complete -c wl -n "__fish_wl_needs_command" -f -a "exceptions" -d 'Find what somebody must look at before billing'
complete -c wl -n "__fish_wl_needs_command" -f -a "export" -d 'Export approved time, or list what changed since it was handed over'
complete -c wl -n "__fish_wl_needs_command" -f -a "report" -d 'Totals of time'
complete -c wl -n "__fish_wl_needs_command" -f -a "order" -d 'Work orders'
complete -c wl -n "__fish_wl_needs_command" -f -a "line" -d 'Line items of work orders'
complete -c wl -n "__fish_wl_needs_command" -f -a "user" -d 'People and their roles'
complete -c wl -n "__fish_wl_needs_command" -f -a "settings" -d 'Show and change settings'
complete -c wl -n "__fish_wl_needs_command" -f -a "audit" -d 'The audit trail and its proof'
complete -c wl -n "__fish_wl_needs_command" -f -a "migrate" -d 'Bring the database schema up to date'
complete -c wl -n "__fish_wl_needs_command" -f -a "db" -d 'The private local database'
complete -c wl -n "__fish_wl_needs_command" -f -a "doctor" -d 'Check that everything is as it must be; exit 3 if anything is not'
complete -c wl -n "__fish_wl_needs_command" -f -a "completions" -d 'Print the completion script for a shell'
complete -c wl -n "__fish_wl_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand init" -l admin -d 'Login of the first admin [default: your system user]' -r
complete -c wl -n "__fish_wl_using_subcommand init" -l full-name -d 'Name of the first admin as printed on exports [default: the login]' -r
complete -c wl -n "__fish_wl_using_subcommand init" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand init" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand init" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand init" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand init" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand init" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand init" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand init" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status help" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status help" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status help" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status help" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status help" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status help" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status help" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status help" -f -a "start" -d 'Start a timer; one that runs is stopped at the same instant'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status help" -f -a "stop" -d 'Stop the running timer'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status help" -f -a "status" -d 'Show the running timer'
complete -c wl -n "__fish_wl_using_subcommand timer; and not __fish_seen_subcommand_from start stop status help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -s n -l note -d 'What you are doing' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l at -d 'When it began: 14:30, "yesterday 16:00", "20m ago", 2026-03-01T14:30:00Z' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -l no-switch -d 'Refuse if a timer runs, instead of stopping it'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from start" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l at -d 'When it ended: 14:30, "20m ago"' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -s n -l note -d 'What you did; follows the note given at the start' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l user -d 'Stop the timer of somebody else, as an admin' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l reason -d 'Why, for somebody else\'s timer' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from stop" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from help" -f -a "start" -d 'Start a timer; one that runs is stopped at the same instant'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from help" -f -a "stop" -d 'Stop the running timer'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show the running timer'
complete -c wl -n "__fish_wl_using_subcommand timer; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -f -a "list" -d 'List time entries, oldest first'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -f -a "show" -d 'Show one entry'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -f -a "add" -d 'Add a finished entry'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -f -a "edit" -d 'Correct an entry'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -f -a "remove" -d 'Hide an entry; it stays in the audit trail'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -f -a "restore" -d 'Bring a removed entry back'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -f -a "import" -d 'Take entries from a CSV file'
complete -c wl -n "__fish_wl_using_subcommand entry; and not __fish_seen_subcommand_from list show add edit remove restore import help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l user -d 'Only time of this user' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l status -d 'Only OPEN or LOCKED entries' -r -f -a "OPEN\t''
LOCKED\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l from -d 'Entries that start on this day or later, such as 2026-03-01' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l to -d 'Entries that start on this day or earlier' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l limit -d 'The newest so many' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -l removed -d 'Removed entries instead of live ones'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l as-of -d 'As it was then, by the audit trail alone' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l start -d 'When it began: 2026-03-01 14:30, "yesterday 16:00"' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l end -d 'When it ended' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -s n -l note -d 'What was done' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l user -d 'Whose time, as an admin' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l reason -d 'Why, for somebody else\'s time' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l start -d 'New start' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l end -d 'New end' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l line -d 'Move to this line item' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -s n -l note -d 'New note; an empty one takes it away' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l reason -d 'Why; needed for somebody else\'s time and for time that was approved before' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l reason -d 'Why; needed for somebody else\'s time and for time that was approved before' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l reason -d 'Why; needed for somebody else\'s time and for time that was approved before' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from restore" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l map -d 'Which column is what, such as number=case_id (can be repeated); a column of the target\'s own name needs none' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l delimiter -d 'Character between the columns' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l rejects -d 'Take the rows that pass, and write the others to this file with the rule that refused each' -r -F
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l zone -d 'Zone of times without an offset, such as Europe/Berlin [default: the setting, TZ, the system]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l reason -d 'Why, for the audit trail [default: names the file]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -l force -d 'Replace the file of rejects if it exists'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Say what would happen, and change nothing'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from help" -f -a "list" -d 'List time entries, oldest first'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show one entry'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a finished entry'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Correct an entry'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Hide an entry; it stays in the audit trail'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from help" -f -a "restore" -d 'Bring a removed entry back'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from help" -f -a "import" -d 'Take entries from a CSV file'
complete -c wl -n "__fish_wl_using_subcommand entry; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand approve" -l entry -d 'Approve this entry (can be repeated)' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -l user -d 'Only time of this user' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand approve" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand approve" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand approve" -s n -l dry-run -d 'Show what would be approved, and change nothing'
complete -c wl -n "__fish_wl_using_subcommand approve" -s y -l yes -d 'Approve without asking'
complete -c wl -n "__fish_wl_using_subcommand approve" -l accept-long -d 'Also approve entries over the limit of the setting stale_after'
complete -c wl -n "__fish_wl_using_subcommand approve" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand approve" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand approve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand approve" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand unlock" -l reason -d 'Why it must be corrected' -r
complete -c wl -n "__fish_wl_using_subcommand unlock" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand unlock" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand unlock" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand unlock" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand unlock" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand unlock" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand unlock" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand unlock" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand unlock" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l kind -d 'Only this kind (can be repeated)' -r -f -a "stale_timer\t'Timers running longer than the limit'
unapproved_ready_to_bill\t'Orders ready to bill with time that is not approved'
edited_after_approval\t'Entries unlocked after an approval and not approved again'
done_without_time\t'Line items that are done with zero seconds'
orphaned\t'Live rows under removed ones'"
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l stale-after -d 'How long a timer may run, such as 8h [default: the setting stale_after]' -r
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l since -d 'Also list, as resolved, what was changed and approved again since then' -r
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l limit -d 'Show so many of each kind, the oldest first; 0: all' -r
complete -c wl -n "__fish_wl_using_subcommand exceptions" -s o -l output -d 'File to write instead of standard output, whole or not at all' -r -F
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l counts -d 'Show how many there are of each kind, and since when'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l force -d 'Replace the file if it exists'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -l exit-code -d 'Exit with 3 if there is any finding'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand exceptions" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv pdf help" -l changed-since -d 'List what differs from what was handed over: since a seal (a seal file or its 64 digits), or since a time' -r
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv pdf help" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv pdf help" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv pdf help" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv pdf help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv pdf help" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv pdf help" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv pdf help" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv pdf help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv pdf help" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv pdf help" -f -a "csv" -d 'One row an entry, for spreadsheets and accounting systems'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv pdf help" -f -a "pdf" -d 'A document to file or to send'
complete -c wl -n "__fish_wl_using_subcommand export; and not __fish_seen_subcommand_from csv pdf help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l status -d 'All orders in this status' -r -f -a "open\t''
in_progress\t''
ready_to_bill\t''
billed\t''
cancelled\t''"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l from -d 'Entries that start on this day or later, such as 2026-03-01' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l to -d 'Entries that start on this day or earlier' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -s o -l output -d 'File to write; - is standard output' -r -F
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l dir -d 'Write a file for each order into this folder, and a manifest; stopped, the same command carries on' -r -F
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l seal -d 'Print this earlier seal (a seal file) instead of the present one' -r -F
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l delimiter -d 'Character between the columns' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l columns -d 'Only these columns, in this order, such as work_order,user,hours' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l include-unapproved -d 'Export a draft: time that nobody approved too, marked'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l force -d 'Replace files that exist'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l excel -d 'For spreadsheets: byte-order mark, CRLF, and times as 2026-03-01 14:30:00'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -l totals -d 'End with a line of sums, and one of rounding where the hours need it'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from csv" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l status -d 'All orders in this status' -r -f -a "open\t''
in_progress\t''
ready_to_bill\t''
billed\t''
cancelled\t''"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l from -d 'Entries that start on this day or later, such as 2026-03-01' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l to -d 'Entries that start on this day or earlier' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -s o -l output -d 'File to write; - is standard output' -r -F
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l dir -d 'Write a file for each order into this folder, and a manifest; stopped, the same command carries on' -r -F
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l seal -d 'Print this earlier seal (a seal file) instead of the present one' -r -F
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l include-unapproved -d 'Export a draft: time that nobody approved too, marked'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -l force -d 'Replace files that exist'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from pdf" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "csv" -d 'One row an entry, for spreadsheets and accounting systems'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "pdf" -d 'A document to file or to send'
complete -c wl -n "__fish_wl_using_subcommand export; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours help" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours help" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours help" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours help" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours help" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours help" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours help" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours help" -f -a "hours" -d 'Add up time by technician, order, day or week; the total is the same by each'
complete -c wl -n "__fish_wl_using_subcommand report; and not __fish_seen_subcommand_from hours help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l by -d 'What makes a line' -r -f -a "technician\t''
order\t''
day\t''
week\t'ISO weeks, from Monday to Sunday'"
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l from -d 'Time from this day on, such as 2026-03-01' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l to -d 'Time to the end of this day' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l user -d 'Only the time of this user' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from hours" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from help" -f -a "hours" -d 'Add up time by technician, order, day or week; the total is the same by each'
complete -c wl -n "__fish_wl_using_subcommand report; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -f -a "add" -d 'Add a work order'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -f -a "list" -d 'List work orders'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -f -a "show" -d 'Show a work order and its line items'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -f -a "edit" -d 'Change number, title or customer'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -f -a "status" -d 'Move a work order to another status'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -f -a "remove" -d 'Hide a work order without time'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -f -a "restore" -d 'Bring a removed work order back'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -f -a "import" -d 'Take work orders from a CSV file'
complete -c wl -n "__fish_wl_using_subcommand order; and not __fish_seen_subcommand_from add list show edit status remove restore import help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l title -d 'What is to be done' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l customer -d 'For whom' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l status -d 'Only orders in this status' -r -f -a "open\t''
in_progress\t''
ready_to_bill\t''
billed\t''
cancelled\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l customer -d 'Only orders of this customer (part of the name)' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -s s -l search -d 'Only orders with this text in number, title or customer' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l limit -d 'At most so many' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -l removed -d 'Removed orders too'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l number -d 'New number' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l title -d 'New title' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l customer -d 'New customer' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l reason -d 'Why' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l reason -d 'Why; needed to move a billed order back' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l reason -d 'Why' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l reason -d 'Why' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from restore" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l map -d 'Which column is what, such as number=case_id (can be repeated); a column of the target\'s own name needs none' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l delimiter -d 'Character between the columns' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l rejects -d 'Take the rows that pass, and write the others to this file with the rule that refused each' -r -F
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l number-prefix -d 'Put before each number; without a column for numbers the row\'s own is used' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l customer -d 'Customer of all orders, where no column says' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -l force -d 'Replace the file of rejects if it exists'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -s n -l dry-run -d 'Say what would happen, and change nothing'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from import" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a work order'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from help" -f -a "list" -d 'List work orders'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show a work order and its line items'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change number, title or customer'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from help" -f -a "status" -d 'Move a work order to another status'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Hide a work order without time'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from help" -f -a "restore" -d 'Bring a removed work order back'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from help" -f -a "import" -d 'Take work orders from a CSV file'
complete -c wl -n "__fish_wl_using_subcommand order; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -f -a "add" -d 'Add a line item at the end of a work order'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -f -a "list" -d 'List the line items of a work order'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -f -a "edit" -d 'Change the description'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -f -a "status" -d 'Move a line item to another status'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -f -a "remove" -d 'Hide a line item without time'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -f -a "restore" -d 'Bring a removed line item back'
complete -c wl -n "__fish_wl_using_subcommand line; and not __fish_seen_subcommand_from add list edit status remove restore help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -s d -l description -d 'What is to be done' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -l removed -d 'Removed line items too'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -s d -l description -d 'New description' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l reason -d 'Why' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from edit" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l reason -d 'Why' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l reason -d 'Why' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l reason -d 'Why' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from restore" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a line item at the end of a work order'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "list" -d 'List the line items of a work order'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change the description'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "status" -d 'Move a line item to another status'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Hide a line item without time'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "restore" -d 'Bring a removed line item back'
complete -c wl -n "__fish_wl_using_subcommand line; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -f -a "add" -d 'Add a user: a login and its role'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -f -a "list" -d 'List users'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -f -a "role" -d 'Give a user another role'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -f -a "remove" -d 'Take a user\'s rights away; the history stays'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -f -a "restore" -d 'Bring a removed user back'
complete -c wl -n "__fish_wl_using_subcommand user; and not __fish_seen_subcommand_from add list role remove restore help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l full-name -d 'Name as printed on exports' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l role -d 'What the user may do' -r -f -a "technician\t''
admin\t''
accountant\t''
ops\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from add" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -l removed -d 'Removed users too'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from list" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l reason -d 'Why' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from role" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l reason -d 'Why' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from remove" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l reason -d 'Why' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from restore" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "add" -d 'Add a user: a login and its role'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "list" -d 'List users'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "role" -d 'Give a user another role'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "remove" -d 'Take a user\'s rights away; the history stays'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "restore" -d 'Bring a removed user back'
complete -c wl -n "__fish_wl_using_subcommand user; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set help" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set help" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set help" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set help" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set help" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set help" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set help" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set help" -f -a "show" -d 'Show all settings'
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set help" -f -a "set" -d 'Change one; an empty value takes it away'
complete -c wl -n "__fish_wl_using_subcommand settings; and not __fish_seen_subcommand_from show set help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l reason -d 'Why' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from set" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show all settings'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from help" -f -a "set" -d 'Change one; an empty value takes it away'
complete -c wl -n "__fish_wl_using_subcommand settings; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -f -a "log" -d 'Show who did what, when and why; the newest last'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -f -a "show" -d 'Tell the life of one row: who changed what from what to what, when and why'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -f -a "verify" -d 'Recompute all chains and compare every row with its last record; exit 3 if anything is wrong'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -f -a "seal" -d 'Print the seal of the trail as it is now'
complete -c wl -n "__fish_wl_using_subcommand audit; and not __fish_seen_subcommand_from log show verify seal help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l user -d 'Only what this user did' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l action -d 'Only this action or group of actions, such as entry.unlock or timer' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l entry -d 'Only records of this entry' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l operation -d 'Only records of this operation' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l since -d 'Only records since then' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l limit -d 'The newest so many' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from log" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from show" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l seal -d 'Also check that everything under this earlier seal is still there: a seal file, or the 64 digits that a document shows' -r -F
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l since -d 'Verify only what came after this earlier seal: what is under it was verified before. That a later record was taken away, only the whole verification finds' -r -F
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from verify" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -s o -l output -d 'Write the seal file here' -r -F
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -l force -d 'Replace the file if it exists'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from seal" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "log" -d 'Show who did what, when and why; the newest last'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "show" -d 'Tell the life of one row: who changed what from what to what, when and why'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "verify" -d 'Recompute all chains and compare every row with its last record; exit 3 if anything is wrong'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "seal" -d 'Print the seal of the trail as it is now'
complete -c wl -n "__fish_wl_using_subcommand audit; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status help" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status help" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status help" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status help" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status help" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status help" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status help" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status help" -f -a "up" -d 'Apply the migrations that are missing'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status help" -f -a "down" -d 'Take the last migration back; only while there is no data'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status help" -f -a "status" -d 'Show which migrations are applied'
complete -c wl -n "__fish_wl_using_subcommand migrate; and not __fish_seen_subcommand_from up down status help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from up" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -l all -d 'All migrations'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -s y -l yes -d 'Without asking'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from down" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from help" -f -a "up" -d 'Apply the migrations that are missing'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from help" -f -a "down" -d 'Take the last migration back; only while there is no data'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show which migrations are applied'
complete -c wl -n "__fish_wl_using_subcommand migrate; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -f -a "start" -d 'Start the private database'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -f -a "stop" -d 'Stop it'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -f -a "status" -d 'Show where it is and whether it runs'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -f -a "psql" -d 'Open psql as your login, or as that of --as'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -f -a "backup" -d 'Write a backup of everything, this database\'s or that of DATABASE_URL; its owner does'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -f -a "restore" -d 'Fill an empty database with a backup, and verify it'
complete -c wl -n "__fish_wl_using_subcommand db; and not __fish_seen_subcommand_from start stop status psql backup restore help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from start" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from stop" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from status" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from psql" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -l force -d 'Replace the files if they exist'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from backup" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from restore" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "start" -d 'Start the private database'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "stop" -d 'Stop it'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show where it is and whether it runs'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "psql" -d 'Open psql as your login, or as that of --as'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "backup" -d 'Write a backup of everything, this database\'s or that of DATABASE_URL; its owner does'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "restore" -d 'Fill an empty database with a backup, and verify it'
complete -c wl -n "__fish_wl_using_subcommand db; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand doctor" -l seal -d 'An earlier seal that the trail must still contain: a seal file, or the 64 digits that a document shows' -r -F
complete -c wl -n "__fish_wl_using_subcommand doctor" -l idle-after -d 'How long a session may be idle in a transaction' -r
complete -c wl -n "__fish_wl_using_subcommand doctor" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand doctor" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand doctor" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand doctor" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand doctor" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand doctor" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand doctor" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand doctor" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand completions" -l database-url -d 'Database to use; without one, a private local database' -r
complete -c wl -n "__fish_wl_using_subcommand completions" -l as -d 'Login to connect as [default: your system user, or the URL\'s]' -r
complete -c wl -n "__fish_wl_using_subcommand completions" -l format -d 'Form of the output' -r -f -a "table\t'For people'
json\t'One document with all fields'
csv\t'A header and all fields'
html\t'A page for a browser; of `exceptions` only'
prometheus\t'Counts for node_exporter\'s textfile collector; of `exceptions` only'"
complete -c wl -n "__fish_wl_using_subcommand completions" -l color -d 'When to use colours' -r -f -a "auto\t'On a terminal, unless NO_COLOR is set'
always\t''
never\t''"
complete -c wl -n "__fish_wl_using_subcommand completions" -l op-id -d 'Id of this operation; the same id given twice does the work once' -r
complete -c wl -n "__fish_wl_using_subcommand completions" -s q -l quiet -d 'Say nothing that is no result and no error'
complete -c wl -n "__fish_wl_using_subcommand completions" -s v -l verbose -d 'Say more; twice: what the server says'
complete -c wl -n "__fish_wl_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c wl -n "__fish_wl_using_subcommand completions" -s V -l version -d 'Print version'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "init" -d 'Set up the database and its first admin'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "timer" -d 'Start and stop your timer'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "entry" -d 'List and correct time entries'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "approve" -d 'Confirm finished time, which locks it'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "unlock" -d 'Reopen one locked entry for a correction'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "exceptions" -d 'Find what somebody must look at before billing'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "export" -d 'Export approved time, or list what changed since it was handed over'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "report" -d 'Totals of time'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "order" -d 'Work orders'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "line" -d 'Line items of work orders'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "user" -d 'People and their roles'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "settings" -d 'Show and change settings'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "audit" -d 'The audit trail and its proof'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "migrate" -d 'Bring the database schema up to date'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "db" -d 'The private local database'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "doctor" -d 'Check that everything is as it must be; exit 3 if anything is not'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "completions" -d 'Print the completion script for a shell'
complete -c wl -n "__fish_wl_using_subcommand help; and not __fish_seen_subcommand_from init timer entry approve unlock exceptions export report order line user settings audit migrate db doctor completions help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from timer" -f -a "start" -d 'Start a timer; one that runs is stopped at the same instant'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from timer" -f -a "stop" -d 'Stop the running timer'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from timer" -f -a "status" -d 'Show the running timer'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from entry" -f -a "list" -d 'List time entries, oldest first'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from entry" -f -a "show" -d 'Show one entry'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from entry" -f -a "add" -d 'Add a finished entry'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from entry" -f -a "edit" -d 'Correct an entry'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from entry" -f -a "remove" -d 'Hide an entry; it stays in the audit trail'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from entry" -f -a "restore" -d 'Bring a removed entry back'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from entry" -f -a "import" -d 'Take entries from a CSV file'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "csv" -d 'One row an entry, for spreadsheets and accounting systems'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from export" -f -a "pdf" -d 'A document to file or to send'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from report" -f -a "hours" -d 'Add up time by technician, order, day or week; the total is the same by each'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from order" -f -a "add" -d 'Add a work order'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from order" -f -a "list" -d 'List work orders'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from order" -f -a "show" -d 'Show a work order and its line items'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from order" -f -a "edit" -d 'Change number, title or customer'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from order" -f -a "status" -d 'Move a work order to another status'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from order" -f -a "remove" -d 'Hide a work order without time'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from order" -f -a "restore" -d 'Bring a removed work order back'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from order" -f -a "import" -d 'Take work orders from a CSV file'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "add" -d 'Add a line item at the end of a work order'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "list" -d 'List the line items of a work order'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "edit" -d 'Change the description'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "status" -d 'Move a line item to another status'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "remove" -d 'Hide a line item without time'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from line" -f -a "restore" -d 'Bring a removed line item back'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "add" -d 'Add a user: a login and its role'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "list" -d 'List users'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "role" -d 'Give a user another role'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "remove" -d 'Take a user\'s rights away; the history stays'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from user" -f -a "restore" -d 'Bring a removed user back'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from settings" -f -a "show" -d 'Show all settings'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from settings" -f -a "set" -d 'Change one; an empty value takes it away'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "log" -d 'Show who did what, when and why; the newest last'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "show" -d 'Tell the life of one row: who changed what from what to what, when and why'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "verify" -d 'Recompute all chains and compare every row with its last record; exit 3 if anything is wrong'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from audit" -f -a "seal" -d 'Print the seal of the trail as it is now'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from migrate" -f -a "up" -d 'Apply the migrations that are missing'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from migrate" -f -a "down" -d 'Take the last migration back; only while there is no data'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from migrate" -f -a "status" -d 'Show which migrations are applied'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from db" -f -a "start" -d 'Start the private database'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from db" -f -a "stop" -d 'Stop it'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from db" -f -a "status" -d 'Show where it is and whether it runs'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from db" -f -a "psql" -d 'Open psql as your login, or as that of --as'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from db" -f -a "backup" -d 'Write a backup of everything, this database\'s or that of DATABASE_URL; its owner does'
complete -c wl -n "__fish_wl_using_subcommand help; and __fish_seen_subcommand_from db" -f -a "restore" -d 'Fill an empty database with a backup, and verify it'
