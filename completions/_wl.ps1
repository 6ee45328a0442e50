
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'wl' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'wl'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'wl' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Set up the database and its first admin')
            [CompletionResult]::new('timer', 'timer', [CompletionResultType]::ParameterValue, 'Start and stop your timer')
            [CompletionResult]::new('today', 'today', [CompletionResultType]::ParameterValue, 'Show your time of today')
            [CompletionResult]::new('week', 'week', [CompletionResultType]::ParameterValue, 'Show your time of this week or another period, by day')
            [CompletionResult]::new('entry', 'entry', [CompletionResultType]::ParameterValue, 'List and correct time entries')
            [CompletionResult]::new('review', 'review', [CompletionResultType]::ParameterValue, 'Show everyone''s time by day, and the commands that approve it')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Approve finished time, which locks it')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Reopen locked entries for a correction')
            [CompletionResult]::new('bill', 'bill', [CompletionResultType]::ParameterValue, 'Bill approved time, and list and cancel bills')
            [CompletionResult]::new('exceptions', 'exceptions', [CompletionResultType]::ParameterValue, 'List what needs attention before billing')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export approved time, or list what changed since an export')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Add up time')
            [CompletionResult]::new('order', 'order', [CompletionResultType]::ParameterValue, 'Add, change and list work orders')
            [CompletionResult]::new('line', 'line', [CompletionResultType]::ParameterValue, 'Add, change and list line items of work orders')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Add, change and list people and their roles')
            [CompletionResult]::new('settings', 'settings', [CompletionResultType]::ParameterValue, 'Show and change settings')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show the configuration and where it comes from')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Show and verify the audit trail')
            [CompletionResult]::new('migrate', 'migrate', [CompletionResultType]::ParameterValue, 'Bring the database schema up to date')
            [CompletionResult]::new('db', 'db', [CompletionResultType]::ParameterValue, 'Run, back up and restore the private database')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check the installation; exit with 3 if there are findings')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script for a shell')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;init' {
            [CompletionResult]::new('--admin', '--admin', [CompletionResultType]::ParameterName, 'Login of the first admin [default: your system user]')
            [CompletionResult]::new('--full-name', '--full-name', [CompletionResultType]::ParameterName, 'Name of the first admin as printed on exports [default: the login]')
            [CompletionResult]::new('--zone', '--zone', [CompletionResultType]::ParameterName, 'Time zone of all days, periods and typed times [default: this machine''s, if it is certain]')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;timer' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start a timer; a running one stops at the same instant')
            [CompletionResult]::new('stop', 'stop', [CompletionResultType]::ParameterValue, 'Stop the running timer')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show the running timer')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;timer;start' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'What you are doing')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'What you are doing')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Start time, such as 14:30, "yesterday 16:00", "20m ago" or 2026-03-01T14:30:00Z')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-switch', '--no-switch', [CompletionResultType]::ParameterName, 'Refuse if a timer is running, instead of stopping it')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;timer;stop' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'End time, such as 14:30 or "20m ago"')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'What you did; added after the note from the start')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'What you did; added after the note from the start')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Stop this user''s timer, as an admin')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason; required for another user''s timer')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;timer;status' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;timer;help' {
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start a timer; a running one stops at the same instant')
            [CompletionResult]::new('stop', 'stop', [CompletionResultType]::ParameterValue, 'Stop the running timer')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show the running timer')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;timer;help;start' {
            break
        }
        'wl;timer;help;stop' {
            break
        }
        'wl;timer;help;status' {
            break
        }
        'wl;timer;help;help' {
            break
        }
        'wl;today' {
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Show this person''s time; for admins, accountants and ops')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;week' {
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Show this person''s time; for admins, accountants and ops')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List time entries, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one entry')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a finished entry')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Correct an entry')
            [CompletionResult]::new('split', 'split', [CompletionResultType]::ParameterValue, 'Split an entry in two, perhaps with a break between them; the first part keeps the ID')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide an entry; it stays in the audit trail')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed entry back')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import entries from a CSV file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;entry;list' {
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Only this user''s time')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Only OPEN or LOCKED entries')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only time that started on the first day of this period or later')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only time that started on the last day of this period or earlier')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show only this many, the newest')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--removed', '--removed', [CompletionResultType]::ParameterName, 'Show removed entries instead')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;show' {
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'Show the entry as it was at this time, rebuilt from the audit trail. It goes by the time at which changes were recorded, not by the times that an entry says')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;add' {
            [CompletionResult]::new('--start', '--start', [CompletionResultType]::ParameterName, 'Start time, such as "yesterday 16:00" or "24 nov 9:00"')
            [CompletionResult]::new('--end', '--end', [CompletionResultType]::ParameterName, 'End time; 14:30 alone is on the day of the start, or on the day after if it would be earlier than the start')
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'Length, such as 2h or 1h30m, instead of --start or --end; alone, it ends now')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'What was done')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'What was done')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'User whose time it is; only admins add time for others')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason; required for another user''s time')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;edit' {
            [CompletionResult]::new('--start', '--start', [CompletionResultType]::ParameterName, 'New start; 14:30 alone is on the day of the entry')
            [CompletionResult]::new('--end', '--end', [CompletionResultType]::ParameterName, 'New end; 14:30 alone is on the day of the start, or on the day after if it would be earlier than the start')
            [CompletionResult]::new('--for', '--for', [CompletionResultType]::ParameterName, 'New length, such as 2h or 1h30m; it moves the end, or the start if --end is given')
            [CompletionResult]::new('--line', '--line', [CompletionResultType]::ParameterName, 'Move to this line item, or to an order that has only one open line item')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'New note; an empty one removes it')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'New note; an empty one removes it')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason; required for another user''s time and for time that was approved before')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;split' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'Where the first part ends; 14:30 alone is on the day of the entry')
            [CompletionResult]::new('--gap', '--gap', [CompletionResultType]::ParameterName, 'Break between the parts, such as 30m')
            [CompletionResult]::new('--line', '--line', [CompletionResultType]::ParameterName, 'Line item of the second part, or an order that has only one open line item')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Note of the second part [default: the same, unless --line is given]')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'Note of the second part [default: the same, unless --line is given]')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason; required for another user''s time and for time that was approved before')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;remove' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason; required for another user''s time and for time that was approved before')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;restore' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason; required for another user''s time and for time that was approved before')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;import' {
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'Column that holds a target, such as number=case_id; can be repeated. A column with the target''s name needs none. start_ts=DATE+TIME joins two columns')
            [CompletionResult]::new('--number', '--number', [CompletionResultType]::ParameterName, 'Order number of all rows')
            [CompletionResult]::new('--number-replace', '--number-replace', [CompletionResultType]::ParameterName, 'Replace text in order numbers, such as /=- for each slash; can be repeated')
            [CompletionResult]::new('--line', '--line', [CompletionResultType]::ParameterName, 'Line item of all rows')
            [CompletionResult]::new('--delimiter', '--delimiter', [CompletionResultType]::ParameterName, 'Character between columns, or the word tab [default: a comma, or that of a first line such as sep=;]')
            [CompletionResult]::new('--quote', '--quote', [CompletionResultType]::ParameterName, 'Whether quotes enclose cells; none reads them as ordinary characters')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of a file that is not UTF-8 and has no byte order mark')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Import the valid rows, and write the others to this file, each with the rule that refused it. The same command imports that file when it is corrected')
            [CompletionResult]::new('--tracker', '--tracker', [CompletionResultType]::ParameterName, 'Tracker that wrote the file [default: the one that its content shows]')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Person whose time the file contains; an admin gives it if no column does')
            [CompletionResult]::new('--zone', '--zone', [CompletionResultType]::ParameterName, 'Time zone of times without an offset, such as Europe/Berlin [default: the setting zone]')
            [CompletionResult]::new('--date-order', '--date-order', [CompletionResultType]::ParameterName, 'Where dates such as 03/04/2026 have their day; a date of the file may show it')
            [CompletionResult]::new('--map-users', '--map-users', [CompletionResultType]::ParameterName, 'CSV file with two columns, theirs and ours: people of the file by login, full name or mail address, and their logins here')
            [CompletionResult]::new('--map-orders', '--map-orders', [CompletionResultType]::ParameterName, 'The same for projects, or PROJECT/TASK, and order numbers here, or ORDER/LINE')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason for the audit trail [default: import of FILE]')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file of rejects if it exists')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show what would be imported without changing anything')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be imported without changing anything')
            [CompletionResult]::new('--skip-running', '--skip-running', [CompletionResultType]::ParameterName, 'Leave out rows without an end, which are still running')
            [CompletionResult]::new('--write-maps', '--write-maps', [CompletionResultType]::ParameterName, 'With --dry-run, write the files of --map-users and --map-orders with what was found; what is missing stays to be filled in')
            [CompletionResult]::new('--create-orders', '--create-orders', [CompletionResultType]::ParameterName, 'Make the orders that the file''s projects need, with a line item for each task')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;help' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List time entries, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one entry')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a finished entry')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Correct an entry')
            [CompletionResult]::new('split', 'split', [CompletionResultType]::ParameterValue, 'Split an entry in two, perhaps with a break between them; the first part keeps the ID')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide an entry; it stays in the audit trail')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed entry back')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import entries from a CSV file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;entry;help;list' {
            break
        }
        'wl;entry;help;show' {
            break
        }
        'wl;entry;help;add' {
            break
        }
        'wl;entry;help;edit' {
            break
        }
        'wl;entry;help;split' {
            break
        }
        'wl;entry;help;remove' {
            break
        }
        'wl;entry;help;restore' {
            break
        }
        'wl;entry;help;import' {
            break
        }
        'wl;entry;help;help' {
            break
        }
        'wl;review' {
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Time that started in this period, such as last-week, month or 2026-W48; longer ones have a table for each week')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'Time that started in this period, such as last-week, month or 2026-W48; longer ones have a table for each week')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;approve' {
            [CompletionResult]::new('--entry', '--entry', [CompletionResultType]::ParameterName, 'Approve this entry (ID, @ or @2), beside the orders; can be repeated')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Only this user''s time; can be repeated')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only time that started on the first day of this period or later')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only time that started on the last day of this period or earlier')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show what would be approved without changing anything')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be approved without changing anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Approve without asking for confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Approve without asking for confirmation')
            [CompletionResult]::new('--accept-long', '--accept-long', [CompletionResultType]::ParameterName, 'Also approve entries longer than the setting stale_after')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;unlock' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason for the correction')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;bill' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Bill approved time that is on no active bill')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List bills')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a bill and its lines')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Cancel a bill, so that its time can be corrected and billed again')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Say which bill a file is a document of; exit with 3 if a file is unknown')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;bill;add' {
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'Bill all work orders of this customer; the full name, ignoring case')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Bill all work orders with this status')
            [CompletionResult]::new('--until', '--until', [CompletionResultType]::ParameterName, 'Only time that started on this day or earlier [default: today]')
            [CompletionResult]::new('--per', '--per', [CompletionResultType]::ParameterName, 'One bill for each work order, or for each customer')
            [CompletionResult]::new('--reference', '--reference', [CompletionResultType]::ParameterName, 'Accounting''s own number for the bill, if the selection makes one')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Then write the documents of the bills into this folder, such as bill-00017.pdf')
            [CompletionResult]::new('--documents', '--documents', [CompletionResultType]::ParameterName, 'Which documents')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--skip-unapproved', '--skip-unapproved', [CompletionResultType]::ParameterName, 'Leave unapproved time for the next bill')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show what would be billed without changing anything')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be billed without changing anything')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Bill without asking for confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Bill without asking for confirmation')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;bill;list' {
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'Only bills whose customer contains this text')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Only bills made in this period, such as today, last-month, 2026-07 or 7d')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'Only bills made in this period, such as today, last-month, 2026-07 or 7d')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show only this many, the newest')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--cancelled', '--cancelled', [CompletionResultType]::ParameterName, 'Also list cancelled bills')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;bill;show' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;bill;cancel' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;bill;verify' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;bill;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Bill approved time that is on no active bill')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List bills')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a bill and its lines')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Cancel a bill, so that its time can be corrected and billed again')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Say which bill a file is a document of; exit with 3 if a file is unknown')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;bill;help;add' {
            break
        }
        'wl;bill;help;list' {
            break
        }
        'wl;bill;help;show' {
            break
        }
        'wl;bill;help;cancel' {
            break
        }
        'wl;bill;help;verify' {
            break
        }
        'wl;bill;help;help' {
            break
        }
        'wl;exceptions' {
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only this kind; can be repeated')
            [CompletionResult]::new('--stale-after', '--stale-after', [CompletionResultType]::ParameterName, 'How long a timer may run and an entry may be, such as 8h [default: the setting stale_after]')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Also list, as resolved, entries that were edited and approved again since this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show at most this many of each kind, oldest first; 0 shows all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write to this file instead of standard output, completely or not at all')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write to this file instead of standard output, completely or not at all')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--counts', '--counts', [CompletionResultType]::ParameterName, 'Show only the number of each kind and the time of the oldest')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file if it exists')
            [CompletionResult]::new('--exit-code', '--exit-code', [CompletionResultType]::ParameterName, 'Exit with 3 if there are any exceptions')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;export' {
            [CompletionResult]::new('--changed-since', '--changed-since', [CompletionResultType]::ParameterName, 'List what has changed in what was handed over: a side file or a manifest, or for everything a seal file or the 64 digits of a seal')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--exit-code', '--exit-code', [CompletionResultType]::ParameterName, 'Exit with 3 if anything has changed')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('csv', 'csv', [CompletionResultType]::ParameterValue, 'Export a table as text, for accounting systems and scripts')
            [CompletionResult]::new('xlsx', 'xlsx', [CompletionResultType]::ParameterValue, 'Export a spreadsheet: the rows on one sheet, totals on another')
            [CompletionResult]::new('pdf', 'pdf', [CompletionResultType]::ParameterValue, 'Export a document to file or send')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;export;csv' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'All orders with this status')
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'All orders of this customer: the full name, ignoring case')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only time that started on the first day of this period or later')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only time that started on the last day of this period or earlier')
            [CompletionResult]::new('--bill', '--bill', [CompletionResultType]::ParameterName, 'Document of this bill, such as 17, or with --dir of several, such as 17..20: made of the lines as they were billed, and registered for wl bill verify')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'File to write; - is standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'File to write; - is standard output')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Write one file for each order, and a manifest, into this folder; after an interruption, the same command continues')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Write one row for each line item, person or day instead of each entry; approved and open time have rows of their own')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Only these columns, in this order, such as work_order,user,hours')
            [CompletionResult]::new('--delimiter', '--delimiter', [CompletionResultType]::ParameterName, 'Character between columns [default: , or with --decimal , ;]')
            [CompletionResult]::new('--decimal', '--decimal', [CompletionResultType]::ParameterName, 'Character before the decimals of hours: . or ,')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--include-unapproved', '--include-unapproved', [CompletionResultType]::ParameterName, 'Export a draft that also has unapproved time, marked as such')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace existing files')
            [CompletionResult]::new('--one-line-notes', '--one-line-notes', [CompletionResultType]::ParameterName, 'Write line breaks in notes and other texts as " / "')
            [CompletionResult]::new('--totals', '--totals', [CompletionResultType]::ParameterName, 'Add a last line with the sums, and one for the rounding difference if there is any')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;export;xlsx' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'All orders with this status')
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'All orders of this customer: the full name, ignoring case')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only time that started on the first day of this period or later')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only time that started on the last day of this period or earlier')
            [CompletionResult]::new('--bill', '--bill', [CompletionResultType]::ParameterName, 'Document of this bill, such as 17, or with --dir of several, such as 17..20: made of the lines as they were billed, and registered for wl bill verify')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'File to write; - is standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'File to write; - is standard output')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Write one file for each order, and a manifest, into this folder; after an interruption, the same command continues')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Write one row for each line item, person or day instead of each entry; approved and open time have rows of their own')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Only these columns, in this order, such as work_order,user,hours')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--include-unapproved', '--include-unapproved', [CompletionResultType]::ParameterName, 'Export a draft that also has unapproved time, marked as such')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace existing files')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;export;pdf' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'All orders with this status')
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'All orders of this customer: the full name, ignoring case')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only time that started on the first day of this period or later')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only time that started on the last day of this period or earlier')
            [CompletionResult]::new('--bill', '--bill', [CompletionResultType]::ParameterName, 'Document of this bill, such as 17, or with --dir of several, such as 17..20: made of the lines as they were billed, and registered for wl bill verify')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'File to write; - is standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'File to write; - is standard output')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Write one file for each order, and a manifest, into this folder; after an interruption, the same command continues')
            [CompletionResult]::new('--hide', '--hide', [CompletionResultType]::ParameterName, 'What is not printed')
            [CompletionResult]::new('--signature', '--signature', [CompletionResultType]::ParameterName, 'A line to sign on, with this text under it; repeat it for several')
            [CompletionResult]::new('--paper', '--paper', [CompletionResultType]::ParameterName, 'Size of the paper')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--include-unapproved', '--include-unapproved', [CompletionResultType]::ParameterName, 'Export a draft that also has unapproved time, marked as such')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace existing files')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;export;help' {
            [CompletionResult]::new('csv', 'csv', [CompletionResultType]::ParameterValue, 'Export a table as text, for accounting systems and scripts')
            [CompletionResult]::new('xlsx', 'xlsx', [CompletionResultType]::ParameterValue, 'Export a spreadsheet: the rows on one sheet, totals on another')
            [CompletionResult]::new('pdf', 'pdf', [CompletionResultType]::ParameterValue, 'Export a document to file or send')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;export;help;csv' {
            break
        }
        'wl;export;help;xlsx' {
            break
        }
        'wl;export;help;pdf' {
            break
        }
        'wl;export;help;help' {
            break
        }
        'wl;report' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('hours', 'hours', [CompletionResultType]::ParameterValue, 'Add up time by people, orders, customers or days; the total is always the same')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;report;hours' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'What to group the time by')
            [CompletionResult]::new('--across', '--across', [CompletionResultType]::ParameterName, 'Also show each day or week in a column of its own')
            [CompletionResult]::new('-p', '-p', [CompletionResultType]::ParameterName, 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'Only time that started in this period, such as today, last-month, 2026-07, 2026-W48, 7d or 2026-07-01..2026-07-15')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Only time that started on the first day of this period or later')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Only time that started on the last day of this period or earlier')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Only this user''s time')
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'Only time on orders of this customer: the full name, ignoring case')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--split', '--split', [CompletionResultType]::ParameterName, 'Split work at midnight and at the edges of the period, instead of counting it where it started')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;report;help' {
            [CompletionResult]::new('hours', 'hours', [CompletionResultType]::ParameterValue, 'Add up time by people, orders, customers or days; the total is always the same')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;report;help;hours' {
            break
        }
        'wl;report;help;help' {
            break
        }
        'wl;order' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a work order')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List work orders')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a work order and its line items')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a work order''s number, title or customer')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Change a work order''s status')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide a work order that has no time')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed work order back')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import work orders from a CSV file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;order;add' {
            [CompletionResult]::new('--title', '--title', [CompletionResultType]::ParameterName, 'Work to be done')
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'Customer')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;list' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Only orders with this status')
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'Only orders whose customer contains this text')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Only orders whose number, title or customer contains this text')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only orders whose number, title or customer contains this text')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show at most this many')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--removed', '--removed', [CompletionResultType]::ParameterName, 'Also list removed orders')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;show' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;edit' {
            [CompletionResult]::new('--number', '--number', [CompletionResultType]::ParameterName, 'New number')
            [CompletionResult]::new('--title', '--title', [CompletionResultType]::ParameterName, 'New title')
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'New customer')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;status' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason; required to move a billed order back')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;remove' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;restore' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;import' {
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'Column that holds a target, such as number=case_id; can be repeated. A column with the target''s name needs none. start_ts=DATE+TIME joins two columns')
            [CompletionResult]::new('--number', '--number', [CompletionResultType]::ParameterName, 'Order number of all rows')
            [CompletionResult]::new('--number-replace', '--number-replace', [CompletionResultType]::ParameterName, 'Replace text in order numbers, such as /=- for each slash; can be repeated')
            [CompletionResult]::new('--line', '--line', [CompletionResultType]::ParameterName, 'Line item of all rows')
            [CompletionResult]::new('--delimiter', '--delimiter', [CompletionResultType]::ParameterName, 'Character between columns, or the word tab [default: a comma, or that of a first line such as sep=;]')
            [CompletionResult]::new('--quote', '--quote', [CompletionResultType]::ParameterName, 'Whether quotes enclose cells; none reads them as ordinary characters')
            [CompletionResult]::new('--encoding', '--encoding', [CompletionResultType]::ParameterName, 'Encoding of a file that is not UTF-8 and has no byte order mark')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Import the valid rows, and write the others to this file, each with the rule that refused it. The same command imports that file when it is corrected')
            [CompletionResult]::new('--number-prefix', '--number-prefix', [CompletionResultType]::ParameterName, 'Prefix of each order number; if no column holds numbers, rows are numbered from 1')
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'Customer of all orders')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file of rejects if it exists')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show what would be imported without changing anything')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be imported without changing anything')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a work order')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List work orders')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a work order and its line items')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a work order''s number, title or customer')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Change a work order''s status')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide a work order that has no time')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed work order back')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import work orders from a CSV file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;order;help;add' {
            break
        }
        'wl;order;help;list' {
            break
        }
        'wl;order;help;show' {
            break
        }
        'wl;order;help;edit' {
            break
        }
        'wl;order;help;status' {
            break
        }
        'wl;order;help;remove' {
            break
        }
        'wl;order;help;restore' {
            break
        }
        'wl;order;help;import' {
            break
        }
        'wl;order;help;help' {
            break
        }
        'wl;line' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a line item at the end of a work order')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the line items of a work order')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a line item''s description')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Change a line item''s status')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide a line item that has no time')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed line item back')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;line;add' {
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'Work to be done')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'Work to be done')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;line;list' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--removed', '--removed', [CompletionResultType]::ParameterName, 'Also list removed line items')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;line;edit' {
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'New description')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'New description')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;line;status' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;line;remove' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;line;restore' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;line;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a line item at the end of a work order')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the line items of a work order')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a line item''s description')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Change a line item''s status')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide a line item that has no time')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed line item back')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;line;help;add' {
            break
        }
        'wl;line;help;list' {
            break
        }
        'wl;line;help;edit' {
            break
        }
        'wl;line;help;status' {
            break
        }
        'wl;line;help;remove' {
            break
        }
        'wl;line;help;restore' {
            break
        }
        'wl;line;help;help' {
            break
        }
        'wl;user' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a user with a login and a role')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Change a user''s full name; the login stays')
            [CompletionResult]::new('role', 'role', [CompletionResultType]::ParameterValue, 'Change a user''s role')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a user''s rights; the history stays')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed user back')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;user;add' {
            [CompletionResult]::new('--full-name', '--full-name', [CompletionResultType]::ParameterName, 'Name as printed on exports')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'Role, which decides what the user may do')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;user;list' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--removed', '--removed', [CompletionResultType]::ParameterName, 'Also list removed users')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;user;rename' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;user;role' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;user;remove' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;user;restore' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;user;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a user with a login and a role')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Change a user''s full name; the login stays')
            [CompletionResult]::new('role', 'role', [CompletionResultType]::ParameterValue, 'Change a user''s role')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a user''s rights; the history stays')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed user back')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;user;help;add' {
            break
        }
        'wl;user;help;list' {
            break
        }
        'wl;user;help;rename' {
            break
        }
        'wl;user;help;role' {
            break
        }
        'wl;user;help;remove' {
            break
        }
        'wl;user;help;restore' {
            break
        }
        'wl;user;help;help' {
            break
        }
        'wl;settings' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show all settings')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change a setting; an empty value removes it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;settings;show' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;settings;set' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Reason')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;settings;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show all settings')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change a setting; an empty value removes it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;settings;help;show' {
            break
        }
        'wl;settings;help;set' {
            break
        }
        'wl;settings;help;help' {
            break
        }
        'wl;config' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show each value and where it comes from; passwords are not shown')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print the path of your configuration file, whether or not it exists')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;config;show' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;config;path' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;config;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show each value and where it comes from; passwords are not shown')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print the path of your configuration file, whether or not it exists')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;config;help;show' {
            break
        }
        'wl;config;help;path' {
            break
        }
        'wl;config;help;help' {
            break
        }
        'wl;audit' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'Show who did what, when and why, newest last')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the history of one row: who changed what, when and why, with old and new values')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Recompute all chains and compare each row with its last record; exit with 3 if anything is wrong')
            [CompletionResult]::new('seal', 'seal', [CompletionResultType]::ParameterValue, 'Print the current seal of the audit trail')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;audit;log' {
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Only actions of this user')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Only this action or group of actions, such as entry.unlock or timer')
            [CompletionResult]::new('--entry', '--entry', [CompletionResultType]::ParameterName, 'Only records about this entry')
            [CompletionResult]::new('--operation', '--operation', [CompletionResultType]::ParameterName, 'Only records of this operation')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only records since this time')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show only this many, the newest')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;audit;show' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;audit;verify' {
            [CompletionResult]::new('--seal', '--seal', [CompletionResultType]::ParameterName, 'Also check that every record under this earlier seal still exists; takes a seal file or the 64 digits from a document')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Verify only the records after this earlier seal; those under it were verified before. Only a full verification detects that a later record was removed')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;audit;seal' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the seal to this file')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the seal to this file')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file if it exists')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;audit;help' {
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'Show who did what, when and why, newest last')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the history of one row: who changed what, when and why, with old and new values')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Recompute all chains and compare each row with its last record; exit with 3 if anything is wrong')
            [CompletionResult]::new('seal', 'seal', [CompletionResultType]::ParameterValue, 'Print the current seal of the audit trail')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;audit;help;log' {
            break
        }
        'wl;audit;help;show' {
            break
        }
        'wl;audit;help;verify' {
            break
        }
        'wl;audit;help;seal' {
            break
        }
        'wl;audit;help;help' {
            break
        }
        'wl;migrate' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('up', 'up', [CompletionResultType]::ParameterValue, 'Apply missing migrations')
            [CompletionResult]::new('down', 'down', [CompletionResultType]::ParameterValue, 'Undo the last migration; only possible while there is no data')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show which migrations are applied')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;migrate;up' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;migrate;down' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'Undo all migrations')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Don''t ask for confirmation')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Don''t ask for confirmation')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;migrate;status' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;migrate;help' {
            [CompletionResult]::new('up', 'up', [CompletionResultType]::ParameterValue, 'Apply missing migrations')
            [CompletionResult]::new('down', 'down', [CompletionResultType]::ParameterValue, 'Undo the last migration; only possible while there is no data')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show which migrations are applied')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;migrate;help;up' {
            break
        }
        'wl;migrate;help;down' {
            break
        }
        'wl;migrate;help;status' {
            break
        }
        'wl;migrate;help;help' {
            break
        }
        'wl;db' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start the private database')
            [CompletionResult]::new('stop', 'stop', [CompletionResultType]::ParameterValue, 'Stop the private database')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show where the private database is and whether it is running')
            [CompletionResult]::new('psql', 'psql', [CompletionResultType]::ParameterValue, 'Open psql with your login, or with the one that --as names')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Back up the private database, or as its owner the configured server''s')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Restore a backup into an empty database and verify it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;db;start' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;db;stop' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;db;status' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;db;psql' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;db;backup' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the files if they exist')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;db;restore' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;db;help' {
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start the private database')
            [CompletionResult]::new('stop', 'stop', [CompletionResultType]::ParameterValue, 'Stop the private database')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show where the private database is and whether it is running')
            [CompletionResult]::new('psql', 'psql', [CompletionResultType]::ParameterValue, 'Open psql with your login, or with the one that --as names')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Back up the private database, or as its owner the configured server''s')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Restore a backup into an empty database and verify it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;db;help;start' {
            break
        }
        'wl;db;help;stop' {
            break
        }
        'wl;db;help;status' {
            break
        }
        'wl;db;help;psql' {
            break
        }
        'wl;db;help;backup' {
            break
        }
        'wl;db;help;restore' {
            break
        }
        'wl;db;help;help' {
            break
        }
        'wl;doctor' {
            [CompletionResult]::new('--seal', '--seal', [CompletionResultType]::ParameterName, 'Earlier seal that the trail must still contain: a seal file or the 64 digits from a document')
            [CompletionResult]::new('--idle-after', '--idle-after', [CompletionResultType]::ParameterName, 'Report sessions that are idle in a transaction for longer than this')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;completions' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use, before DATABASE_URL and files [default: the private database]')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect with, before WL_USER and files [default: the URL''s, or your system user]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Output format')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'ID of this operation; repeated with the same ID, the work is done only once')
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Section [profile.NAME] of the configuration files that names database and login')
            [CompletionResult]::new('--no-pager', '--no-pager', [CompletionResultType]::ParameterName, 'Print long lists directly, without a pager')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Print only results, warnings and errors')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Print the causes of an error; -vv also prints each SQL statement and its duration')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;help' {
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Set up the database and its first admin')
            [CompletionResult]::new('timer', 'timer', [CompletionResultType]::ParameterValue, 'Start and stop your timer')
            [CompletionResult]::new('today', 'today', [CompletionResultType]::ParameterValue, 'Show your time of today')
            [CompletionResult]::new('week', 'week', [CompletionResultType]::ParameterValue, 'Show your time of this week or another period, by day')
            [CompletionResult]::new('entry', 'entry', [CompletionResultType]::ParameterValue, 'List and correct time entries')
            [CompletionResult]::new('review', 'review', [CompletionResultType]::ParameterValue, 'Show everyone''s time by day, and the commands that approve it')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Approve finished time, which locks it')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Reopen locked entries for a correction')
            [CompletionResult]::new('bill', 'bill', [CompletionResultType]::ParameterValue, 'Bill approved time, and list and cancel bills')
            [CompletionResult]::new('exceptions', 'exceptions', [CompletionResultType]::ParameterValue, 'List what needs attention before billing')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export approved time, or list what changed since an export')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Add up time')
            [CompletionResult]::new('order', 'order', [CompletionResultType]::ParameterValue, 'Add, change and list work orders')
            [CompletionResult]::new('line', 'line', [CompletionResultType]::ParameterValue, 'Add, change and list line items of work orders')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'Add, change and list people and their roles')
            [CompletionResult]::new('settings', 'settings', [CompletionResultType]::ParameterValue, 'Show and change settings')
            [CompletionResult]::new('config', 'config', [CompletionResultType]::ParameterValue, 'Show the configuration and where it comes from')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'Show and verify the audit trail')
            [CompletionResult]::new('migrate', 'migrate', [CompletionResultType]::ParameterValue, 'Bring the database schema up to date')
            [CompletionResult]::new('db', 'db', [CompletionResultType]::ParameterValue, 'Run, back up and restore the private database')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check the installation; exit with 3 if there are findings')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script for a shell')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;help;init' {
            break
        }
        'wl;help;timer' {
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start a timer; a running one stops at the same instant')
            [CompletionResult]::new('stop', 'stop', [CompletionResultType]::ParameterValue, 'Stop the running timer')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show the running timer')
            break
        }
        'wl;help;timer;start' {
            break
        }
        'wl;help;timer;stop' {
            break
        }
        'wl;help;timer;status' {
            break
        }
        'wl;help;today' {
            break
        }
        'wl;help;week' {
            break
        }
        'wl;help;entry' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List time entries, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one entry')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a finished entry')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Correct an entry')
            [CompletionResult]::new('split', 'split', [CompletionResultType]::ParameterValue, 'Split an entry in two, perhaps with a break between them; the first part keeps the ID')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide an entry; it stays in the audit trail')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed entry back')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import entries from a CSV file')
            break
        }
        'wl;help;entry;list' {
            break
        }
        'wl;help;entry;show' {
            break
        }
        'wl;help;entry;add' {
            break
        }
        'wl;help;entry;edit' {
            break
        }
        'wl;help;entry;split' {
            break
        }
        'wl;help;entry;remove' {
            break
        }
        'wl;help;entry;restore' {
            break
        }
        'wl;help;entry;import' {
            break
        }
        'wl;help;review' {
            break
        }
        'wl;help;approve' {
            break
        }
        'wl;help;unlock' {
            break
        }
        'wl;help;bill' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Bill approved time that is on no active bill')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List bills')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a bill and its lines')
            [CompletionResult]::new('cancel', 'cancel', [CompletionResultType]::ParameterValue, 'Cancel a bill, so that its time can be corrected and billed again')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Say which bill a file is a document of; exit with 3 if a file is unknown')
            break
        }
        'wl;help;bill;add' {
            break
        }
        'wl;help;bill;list' {
            break
        }
        'wl;help;bill;show' {
            break
        }
        'wl;help;bill;cancel' {
            break
        }
        'wl;help;bill;verify' {
            break
        }
        'wl;help;exceptions' {
            break
        }
        'wl;help;export' {
            [CompletionResult]::new('csv', 'csv', [CompletionResultType]::ParameterValue, 'Export a table as text, for accounting systems and scripts')
            [CompletionResult]::new('xlsx', 'xlsx', [CompletionResultType]::ParameterValue, 'Export a spreadsheet: the rows on one sheet, totals on another')
            [CompletionResult]::new('pdf', 'pdf', [CompletionResultType]::ParameterValue, 'Export a document to file or send')
            break
        }
        'wl;help;export;csv' {
            break
        }
        'wl;help;export;xlsx' {
            break
        }
        'wl;help;export;pdf' {
            break
        }
        'wl;help;report' {
            [CompletionResult]::new('hours', 'hours', [CompletionResultType]::ParameterValue, 'Add up time by people, orders, customers or days; the total is always the same')
            break
        }
        'wl;help;report;hours' {
            break
        }
        'wl;help;order' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a work order')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List work orders')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a work order and its line items')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a work order''s number, title or customer')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Change a work order''s status')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide a work order that has no time')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed work order back')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import work orders from a CSV file')
            break
        }
        'wl;help;order;add' {
            break
        }
        'wl;help;order;list' {
            break
        }
        'wl;help;order;show' {
            break
        }
        'wl;help;order;edit' {
            break
        }
        'wl;help;order;status' {
            break
        }
        'wl;help;order;remove' {
            break
        }
        'wl;help;order;restore' {
            break
        }
        'wl;help;order;import' {
            break
        }
        'wl;help;line' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a line item at the end of a work order')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the line items of a work order')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change a line item''s description')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Change a line item''s status')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide a line item that has no time')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed line item back')
            break
        }
        'wl;help;line;add' {
            break
        }
        'wl;help;line;list' {
            break
        }
        'wl;help;line;edit' {
            break
        }
        'wl;help;line;status' {
            break
        }
        'wl;help;line;remove' {
            break
        }
        'wl;help;line;restore' {
            break
        }
        'wl;help;user' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a user with a login and a role')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users')
            [CompletionResult]::new('rename', 'rename', [CompletionResultType]::ParameterValue, 'Change a user''s full name; the login stays')
            [CompletionResult]::new('role', 'role', [CompletionResultType]::ParameterValue, 'Change a user''s role')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Remove a user''s rights; the history stays')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed user back')
            break
        }
        'wl;help;user;add' {
            break
        }
        'wl;help;user;list' {
            break
        }
        'wl;help;user;rename' {
            break
        }
        'wl;help;user;role' {
            break
        }
        'wl;help;user;remove' {
            break
        }
        'wl;help;user;restore' {
            break
        }
        'wl;help;settings' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show all settings')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change a setting; an empty value removes it')
            break
        }
        'wl;help;settings;show' {
            break
        }
        'wl;help;settings;set' {
            break
        }
        'wl;help;config' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show each value and where it comes from; passwords are not shown')
            [CompletionResult]::new('path', 'path', [CompletionResultType]::ParameterValue, 'Print the path of your configuration file, whether or not it exists')
            break
        }
        'wl;help;config;show' {
            break
        }
        'wl;help;config;path' {
            break
        }
        'wl;help;audit' {
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'Show who did what, when and why, newest last')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show the history of one row: who changed what, when and why, with old and new values')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Recompute all chains and compare each row with its last record; exit with 3 if anything is wrong')
            [CompletionResult]::new('seal', 'seal', [CompletionResultType]::ParameterValue, 'Print the current seal of the audit trail')
            break
        }
        'wl;help;audit;log' {
            break
        }
        'wl;help;audit;show' {
            break
        }
        'wl;help;audit;verify' {
            break
        }
        'wl;help;audit;seal' {
            break
        }
        'wl;help;migrate' {
            [CompletionResult]::new('up', 'up', [CompletionResultType]::ParameterValue, 'Apply missing migrations')
            [CompletionResult]::new('down', 'down', [CompletionResultType]::ParameterValue, 'Undo the last migration; only possible while there is no data')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show which migrations are applied')
            break
        }
        'wl;help;migrate;up' {
            break
        }
        'wl;help;migrate;down' {
            break
        }
        'wl;help;migrate;status' {
            break
        }
        'wl;help;db' {
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start the private database')
            [CompletionResult]::new('stop', 'stop', [CompletionResultType]::ParameterValue, 'Stop the private database')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show where the private database is and whether it is running')
            [CompletionResult]::new('psql', 'psql', [CompletionResultType]::ParameterValue, 'Open psql with your login, or with the one that --as names')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Back up the private database, or as its owner the configured server''s')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Restore a backup into an empty database and verify it')
            break
        }
        'wl;help;db;start' {
            break
        }
        'wl;help;db;stop' {
            break
        }
        'wl;help;db;status' {
            break
        }
        'wl;help;db;psql' {
            break
        }
        'wl;help;db;backup' {
            break
        }
        'wl;help;db;restore' {
            break
        }
        'wl;help;doctor' {
            break
        }
        'wl;help;completions' {
            break
        }
        'wl;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
