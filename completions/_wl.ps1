
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
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Set up the database and its first admin')
            [CompletionResult]::new('timer', 'timer', [CompletionResultType]::ParameterValue, 'Start and stop your timer')
            [CompletionResult]::new('entry', 'entry', [CompletionResultType]::ParameterValue, 'List and correct time entries')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Confirm finished time, which locks it')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Reopen one locked entry for a correction')
            [CompletionResult]::new('exceptions', 'exceptions', [CompletionResultType]::ParameterValue, 'Find what somebody must look at before billing')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export approved time, or list what changed since it was handed over')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Totals of time')
            [CompletionResult]::new('order', 'order', [CompletionResultType]::ParameterValue, 'Work orders')
            [CompletionResult]::new('line', 'line', [CompletionResultType]::ParameterValue, 'Line items of work orders')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'People and their roles')
            [CompletionResult]::new('settings', 'settings', [CompletionResultType]::ParameterValue, 'Show and change settings')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'The audit trail and its proof')
            [CompletionResult]::new('migrate', 'migrate', [CompletionResultType]::ParameterValue, 'Bring the database schema up to date')
            [CompletionResult]::new('db', 'db', [CompletionResultType]::ParameterValue, 'The private local database')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check that everything is as it must be; exit 3 if anything is not')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script for a shell')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;init' {
            [CompletionResult]::new('--admin', '--admin', [CompletionResultType]::ParameterName, 'Login of the first admin [default: your system user]')
            [CompletionResult]::new('--full-name', '--full-name', [CompletionResultType]::ParameterName, 'Name of the first admin as printed on exports [default: the login]')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;timer' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start a timer; one that runs is stopped at the same instant')
            [CompletionResult]::new('stop', 'stop', [CompletionResultType]::ParameterValue, 'Stop the running timer')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show the running timer')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;timer;start' {
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'What you are doing')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'What you are doing')
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'When it began: 14:30, "yesterday 16:00", "20m ago", 2026-03-01T14:30:00Z')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('--no-switch', '--no-switch', [CompletionResultType]::ParameterName, 'Refuse if a timer runs, instead of stopping it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;timer;stop' {
            [CompletionResult]::new('--at', '--at', [CompletionResultType]::ParameterName, 'When it ended: 14:30, "20m ago"')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'What you did; follows the note given at the start')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'What you did; follows the note given at the start')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Stop the timer of somebody else, as an admin')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for somebody else''s timer')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;timer;status' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;timer;help' {
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start a timer; one that runs is stopped at the same instant')
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
        'wl;entry' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List time entries, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one entry')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a finished entry')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Correct an entry')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide an entry; it stays in the audit trail')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed entry back')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take entries from a CSV file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;entry;list' {
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Only time of this user')
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Only OPEN or LOCKED entries')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Entries that start on this day or later, such as 2026-03-01')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Entries that start on this day or earlier')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The newest so many')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('--removed', '--removed', [CompletionResultType]::ParameterName, 'Removed entries instead of live ones')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;show' {
            [CompletionResult]::new('--as-of', '--as-of', [CompletionResultType]::ParameterName, 'As it was then, by the audit trail alone')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;add' {
            [CompletionResult]::new('--start', '--start', [CompletionResultType]::ParameterName, 'When it began: 2026-03-01 14:30, "yesterday 16:00"')
            [CompletionResult]::new('--end', '--end', [CompletionResultType]::ParameterName, 'When it ended')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'What was done')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'What was done')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Whose time, as an admin')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for somebody else''s time')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;edit' {
            [CompletionResult]::new('--start', '--start', [CompletionResultType]::ParameterName, 'New start')
            [CompletionResult]::new('--end', '--end', [CompletionResultType]::ParameterName, 'New end')
            [CompletionResult]::new('--line', '--line', [CompletionResultType]::ParameterName, 'Move to this line item')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'New note; an empty one takes it away')
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'New note; an empty one takes it away')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why; needed for somebody else''s time and for time that was approved before')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;remove' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why; needed for somebody else''s time and for time that was approved before')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;restore' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why; needed for somebody else''s time and for time that was approved before')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;entry;import' {
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'Which column is what, such as number=case_id (can be repeated); a column of the target''s own name needs none')
            [CompletionResult]::new('--delimiter', '--delimiter', [CompletionResultType]::ParameterName, 'Character between the columns')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Take the rows that pass, and write the others to this file with the rule that refused each')
            [CompletionResult]::new('--zone', '--zone', [CompletionResultType]::ParameterName, 'Zone of times without an offset, such as Europe/Berlin [default: the setting, TZ, the system]')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why, for the audit trail [default: names the file]')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file of rejects if it exists')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would happen, and change nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would happen, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
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
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide an entry; it stays in the audit trail')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed entry back')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take entries from a CSV file')
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
        'wl;approve' {
            [CompletionResult]::new('--entry', '--entry', [CompletionResultType]::ParameterName, 'Approve this entry (can be repeated)')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Only time of this user')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Show what would be approved, and change nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Show what would be approved, and change nothing')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Approve without asking')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Approve without asking')
            [CompletionResult]::new('--accept-long', '--accept-long', [CompletionResultType]::ParameterName, 'Also approve entries over the limit of the setting stale_after')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;unlock' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why it must be corrected')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;exceptions' {
            [CompletionResult]::new('--kind', '--kind', [CompletionResultType]::ParameterName, 'Only this kind (can be repeated)')
            [CompletionResult]::new('--stale-after', '--stale-after', [CompletionResultType]::ParameterName, 'How long a timer may run, such as 8h [default: the setting stale_after]')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Also list, as resolved, what was changed and approved again since then')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'Show so many of each kind, the oldest first; 0: all')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'File to write instead of standard output, whole or not at all')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'File to write instead of standard output, whole or not at all')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('--counts', '--counts', [CompletionResultType]::ParameterName, 'Show how many there are of each kind, and since when')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file if it exists')
            [CompletionResult]::new('--exit-code', '--exit-code', [CompletionResultType]::ParameterName, 'Exit with 3 if there is any finding')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;export' {
            [CompletionResult]::new('--changed-since', '--changed-since', [CompletionResultType]::ParameterName, 'List what differs from what was handed over: since a seal (a seal file or its 64 digits), or since a time')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('csv', 'csv', [CompletionResultType]::ParameterValue, 'One row an entry, for spreadsheets and accounting systems')
            [CompletionResult]::new('pdf', 'pdf', [CompletionResultType]::ParameterValue, 'A document to file or to send')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;export;csv' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'All orders in this status')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Entries that start on this day or later, such as 2026-03-01')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Entries that start on this day or earlier')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'File to write; - is standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'File to write; - is standard output')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Write a file for each order into this folder, and a manifest; stopped, the same command carries on')
            [CompletionResult]::new('--seal', '--seal', [CompletionResultType]::ParameterName, 'Print this earlier seal (a seal file) instead of the present one')
            [CompletionResult]::new('--delimiter', '--delimiter', [CompletionResultType]::ParameterName, 'Character between the columns')
            [CompletionResult]::new('--columns', '--columns', [CompletionResultType]::ParameterName, 'Only these columns, in this order, such as work_order,user,hours')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('--include-unapproved', '--include-unapproved', [CompletionResultType]::ParameterName, 'Export a draft: time that nobody approved too, marked')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('--excel', '--excel', [CompletionResultType]::ParameterName, 'For spreadsheets: byte-order mark, CRLF, and times as 2026-03-01 14:30:00')
            [CompletionResult]::new('--totals', '--totals', [CompletionResultType]::ParameterName, 'End with a line of sums, and one of rounding where the hours need it')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;export;pdf' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'All orders in this status')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Entries that start on this day or later, such as 2026-03-01')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Entries that start on this day or earlier')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'File to write; - is standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'File to write; - is standard output')
            [CompletionResult]::new('--dir', '--dir', [CompletionResultType]::ParameterName, 'Write a file for each order into this folder, and a manifest; stopped, the same command carries on')
            [CompletionResult]::new('--seal', '--seal', [CompletionResultType]::ParameterName, 'Print this earlier seal (a seal file) instead of the present one')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('--include-unapproved', '--include-unapproved', [CompletionResultType]::ParameterName, 'Export a draft: time that nobody approved too, marked')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace files that exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;export;help' {
            [CompletionResult]::new('csv', 'csv', [CompletionResultType]::ParameterValue, 'One row an entry, for spreadsheets and accounting systems')
            [CompletionResult]::new('pdf', 'pdf', [CompletionResultType]::ParameterValue, 'A document to file or to send')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;export;help;csv' {
            break
        }
        'wl;export;help;pdf' {
            break
        }
        'wl;export;help;help' {
            break
        }
        'wl;report' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('hours', 'hours', [CompletionResultType]::ParameterValue, 'Add up time by technician, order, day or week; the total is the same by each')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;report;hours' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'What makes a line')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Time from this day on, such as 2026-03-01')
            [CompletionResult]::new('--to', '--to', [CompletionResultType]::ParameterName, 'Time to the end of this day')
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Only the time of this user')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;report;help' {
            [CompletionResult]::new('hours', 'hours', [CompletionResultType]::ParameterValue, 'Add up time by technician, order, day or week; the total is the same by each')
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
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a work order')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List work orders')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a work order and its line items')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change number, title or customer')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Move a work order to another status')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide a work order without time')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed work order back')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take work orders from a CSV file')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;order;add' {
            [CompletionResult]::new('--title', '--title', [CompletionResultType]::ParameterName, 'What is to be done')
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'For whom')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;list' {
            [CompletionResult]::new('--status', '--status', [CompletionResultType]::ParameterName, 'Only orders in this status')
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'Only orders of this customer (part of the name)')
            [CompletionResult]::new('-s', '-s', [CompletionResultType]::ParameterName, 'Only orders with this text in number, title or customer')
            [CompletionResult]::new('--search', '--search', [CompletionResultType]::ParameterName, 'Only orders with this text in number, title or customer')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'At most so many')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('--removed', '--removed', [CompletionResultType]::ParameterName, 'Removed orders too')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;show' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
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
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;status' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why; needed to move a billed order back')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;remove' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;restore' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;order;import' {
            [CompletionResult]::new('--map', '--map', [CompletionResultType]::ParameterName, 'Which column is what, such as number=case_id (can be repeated); a column of the target''s own name needs none')
            [CompletionResult]::new('--delimiter', '--delimiter', [CompletionResultType]::ParameterName, 'Character between the columns')
            [CompletionResult]::new('--rejects', '--rejects', [CompletionResultType]::ParameterName, 'Take the rows that pass, and write the others to this file with the rule that refused each')
            [CompletionResult]::new('--number-prefix', '--number-prefix', [CompletionResultType]::ParameterName, 'Put before each number; without a column for numbers the row''s own is used')
            [CompletionResult]::new('--customer', '--customer', [CompletionResultType]::ParameterName, 'Customer of all orders, where no column says')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file of rejects if it exists')
            [CompletionResult]::new('-n', '-n', [CompletionResultType]::ParameterName, 'Say what would happen, and change nothing')
            [CompletionResult]::new('--dry-run', '--dry-run', [CompletionResultType]::ParameterName, 'Say what would happen, and change nothing')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
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
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change number, title or customer')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Move a work order to another status')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide a work order without time')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed work order back')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take work orders from a CSV file')
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
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a line item at the end of a work order')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the line items of a work order')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change the description')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Move a line item to another status')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide a line item without time')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed line item back')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;line;add' {
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'What is to be done')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'What is to be done')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;line;list' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('--removed', '--removed', [CompletionResultType]::ParameterName, 'Removed line items too')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;line;edit' {
            [CompletionResult]::new('-d', '-d', [CompletionResultType]::ParameterName, 'New description')
            [CompletionResult]::new('--description', '--description', [CompletionResultType]::ParameterName, 'New description')
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;line;status' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;line;remove' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;line;restore' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;line;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a line item at the end of a work order')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the line items of a work order')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change the description')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Move a line item to another status')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide a line item without time')
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
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a user: a login and its role')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users')
            [CompletionResult]::new('role', 'role', [CompletionResultType]::ParameterValue, 'Give a user another role')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take a user''s rights away; the history stays')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed user back')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;user;add' {
            [CompletionResult]::new('--full-name', '--full-name', [CompletionResultType]::ParameterName, 'Name as printed on exports')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'What the user may do')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;user;list' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('--removed', '--removed', [CompletionResultType]::ParameterName, 'Removed users too')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;user;role' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;user;remove' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;user;restore' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;user;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a user: a login and its role')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users')
            [CompletionResult]::new('role', 'role', [CompletionResultType]::ParameterValue, 'Give a user another role')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take a user''s rights away; the history stays')
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
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show all settings')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change one; an empty value takes it away')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;settings;show' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;settings;set' {
            [CompletionResult]::new('--reason', '--reason', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;settings;help' {
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show all settings')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change one; an empty value takes it away')
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
        'wl;audit' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'Show who did what, when and why; the newest last')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Tell the life of one row: who changed what from what to what, when and why')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Recompute all chains and compare every row with its last record; exit 3 if anything is wrong')
            [CompletionResult]::new('seal', 'seal', [CompletionResultType]::ParameterValue, 'Print the seal of the trail as it is now')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;audit;log' {
            [CompletionResult]::new('--user', '--user', [CompletionResultType]::ParameterName, 'Only what this user did')
            [CompletionResult]::new('--action', '--action', [CompletionResultType]::ParameterName, 'Only this action or group of actions, such as entry.unlock or timer')
            [CompletionResult]::new('--entry', '--entry', [CompletionResultType]::ParameterName, 'Only records of this entry')
            [CompletionResult]::new('--operation', '--operation', [CompletionResultType]::ParameterName, 'Only records of this operation')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Only records since then')
            [CompletionResult]::new('--limit', '--limit', [CompletionResultType]::ParameterName, 'The newest so many')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;audit;show' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;audit;verify' {
            [CompletionResult]::new('--seal', '--seal', [CompletionResultType]::ParameterName, 'Also check that everything under this earlier seal is still there: a seal file, or the 64 digits that a document shows')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'Verify only what came after this earlier seal: what is under it was verified before. That a later record was taken away, only the whole verification finds')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;audit;seal' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'Write the seal file here')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'Write the seal file here')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file if it exists')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;audit;help' {
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'Show who did what, when and why; the newest last')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Tell the life of one row: who changed what from what to what, when and why')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Recompute all chains and compare every row with its last record; exit 3 if anything is wrong')
            [CompletionResult]::new('seal', 'seal', [CompletionResultType]::ParameterValue, 'Print the seal of the trail as it is now')
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
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('up', 'up', [CompletionResultType]::ParameterValue, 'Apply the migrations that are missing')
            [CompletionResult]::new('down', 'down', [CompletionResultType]::ParameterValue, 'Take the last migration back; only while there is no data')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show which migrations are applied')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;migrate;up' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;migrate;down' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('--all', '--all', [CompletionResultType]::ParameterName, 'All migrations')
            [CompletionResult]::new('-y', '-y', [CompletionResultType]::ParameterName, 'Without asking')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Without asking')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;migrate;status' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;migrate;help' {
            [CompletionResult]::new('up', 'up', [CompletionResultType]::ParameterValue, 'Apply the migrations that are missing')
            [CompletionResult]::new('down', 'down', [CompletionResultType]::ParameterValue, 'Take the last migration back; only while there is no data')
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
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start the private database')
            [CompletionResult]::new('stop', 'stop', [CompletionResultType]::ParameterValue, 'Stop it')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show where it is and whether it runs')
            [CompletionResult]::new('psql', 'psql', [CompletionResultType]::ParameterValue, 'Open psql as your login, or as that of --as')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Write a backup of everything, this database''s or that of DATABASE_URL; its owner does')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Fill an empty database with a backup, and verify it')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;db;start' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;db;stop' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;db;status' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;db;psql' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;db;backup' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the files if they exist')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;db;restore' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;db;help' {
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start the private database')
            [CompletionResult]::new('stop', 'stop', [CompletionResultType]::ParameterValue, 'Stop it')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show where it is and whether it runs')
            [CompletionResult]::new('psql', 'psql', [CompletionResultType]::ParameterValue, 'Open psql as your login, or as that of --as')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Write a backup of everything, this database''s or that of DATABASE_URL; its owner does')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Fill an empty database with a backup, and verify it')
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
            [CompletionResult]::new('--seal', '--seal', [CompletionResultType]::ParameterName, 'An earlier seal that the trail must still contain: a seal file, or the 64 digits that a document shows')
            [CompletionResult]::new('--idle-after', '--idle-after', [CompletionResultType]::ParameterName, 'How long a session may be idle in a transaction')
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;completions' {
            [CompletionResult]::new('--database-url', '--database-url', [CompletionResultType]::ParameterName, 'Database to use; without one, a private local database')
            [CompletionResult]::new('--as', '--as', [CompletionResultType]::ParameterName, 'Login to connect as [default: your system user, or the URL''s]')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'Form of the output')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'When to use colours')
            [CompletionResult]::new('--op-id', '--op-id', [CompletionResultType]::ParameterName, 'Id of this operation; the same id given twice does the work once')
            [CompletionResult]::new('-q', '-q', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('--quiet', '--quiet', [CompletionResultType]::ParameterName, 'Say nothing that is no result and no error')
            [CompletionResult]::new('-v', '-v', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('--verbose', '--verbose', [CompletionResultType]::ParameterName, 'Say more; twice: what the server says')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            break
        }
        'wl;help' {
            [CompletionResult]::new('init', 'init', [CompletionResultType]::ParameterValue, 'Set up the database and its first admin')
            [CompletionResult]::new('timer', 'timer', [CompletionResultType]::ParameterValue, 'Start and stop your timer')
            [CompletionResult]::new('entry', 'entry', [CompletionResultType]::ParameterValue, 'List and correct time entries')
            [CompletionResult]::new('approve', 'approve', [CompletionResultType]::ParameterValue, 'Confirm finished time, which locks it')
            [CompletionResult]::new('unlock', 'unlock', [CompletionResultType]::ParameterValue, 'Reopen one locked entry for a correction')
            [CompletionResult]::new('exceptions', 'exceptions', [CompletionResultType]::ParameterValue, 'Find what somebody must look at before billing')
            [CompletionResult]::new('export', 'export', [CompletionResultType]::ParameterValue, 'Export approved time, or list what changed since it was handed over')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Totals of time')
            [CompletionResult]::new('order', 'order', [CompletionResultType]::ParameterValue, 'Work orders')
            [CompletionResult]::new('line', 'line', [CompletionResultType]::ParameterValue, 'Line items of work orders')
            [CompletionResult]::new('user', 'user', [CompletionResultType]::ParameterValue, 'People and their roles')
            [CompletionResult]::new('settings', 'settings', [CompletionResultType]::ParameterValue, 'Show and change settings')
            [CompletionResult]::new('audit', 'audit', [CompletionResultType]::ParameterValue, 'The audit trail and its proof')
            [CompletionResult]::new('migrate', 'migrate', [CompletionResultType]::ParameterValue, 'Bring the database schema up to date')
            [CompletionResult]::new('db', 'db', [CompletionResultType]::ParameterValue, 'The private local database')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Check that everything is as it must be; exit 3 if anything is not')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script for a shell')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'wl;help;init' {
            break
        }
        'wl;help;timer' {
            [CompletionResult]::new('start', 'start', [CompletionResultType]::ParameterValue, 'Start a timer; one that runs is stopped at the same instant')
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
        'wl;help;entry' {
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List time entries, oldest first')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show one entry')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a finished entry')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Correct an entry')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide an entry; it stays in the audit trail')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed entry back')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take entries from a CSV file')
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
        'wl;help;entry;remove' {
            break
        }
        'wl;help;entry;restore' {
            break
        }
        'wl;help;entry;import' {
            break
        }
        'wl;help;approve' {
            break
        }
        'wl;help;unlock' {
            break
        }
        'wl;help;exceptions' {
            break
        }
        'wl;help;export' {
            [CompletionResult]::new('csv', 'csv', [CompletionResultType]::ParameterValue, 'One row an entry, for spreadsheets and accounting systems')
            [CompletionResult]::new('pdf', 'pdf', [CompletionResultType]::ParameterValue, 'A document to file or to send')
            break
        }
        'wl;help;export;csv' {
            break
        }
        'wl;help;export;pdf' {
            break
        }
        'wl;help;report' {
            [CompletionResult]::new('hours', 'hours', [CompletionResultType]::ParameterValue, 'Add up time by technician, order, day or week; the total is the same by each')
            break
        }
        'wl;help;report;hours' {
            break
        }
        'wl;help;order' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a work order')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List work orders')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Show a work order and its line items')
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change number, title or customer')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Move a work order to another status')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide a work order without time')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed work order back')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Take work orders from a CSV file')
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
            [CompletionResult]::new('edit', 'edit', [CompletionResultType]::ParameterValue, 'Change the description')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Move a line item to another status')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Hide a line item without time')
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
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Add a user: a login and its role')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List users')
            [CompletionResult]::new('role', 'role', [CompletionResultType]::ParameterValue, 'Give a user another role')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Take a user''s rights away; the history stays')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Bring a removed user back')
            break
        }
        'wl;help;user;add' {
            break
        }
        'wl;help;user;list' {
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
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change one; an empty value takes it away')
            break
        }
        'wl;help;settings;show' {
            break
        }
        'wl;help;settings;set' {
            break
        }
        'wl;help;audit' {
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'Show who did what, when and why; the newest last')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Tell the life of one row: who changed what from what to what, when and why')
            [CompletionResult]::new('verify', 'verify', [CompletionResultType]::ParameterValue, 'Recompute all chains and compare every row with its last record; exit 3 if anything is wrong')
            [CompletionResult]::new('seal', 'seal', [CompletionResultType]::ParameterValue, 'Print the seal of the trail as it is now')
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
            [CompletionResult]::new('up', 'up', [CompletionResultType]::ParameterValue, 'Apply the migrations that are missing')
            [CompletionResult]::new('down', 'down', [CompletionResultType]::ParameterValue, 'Take the last migration back; only while there is no data')
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
            [CompletionResult]::new('stop', 'stop', [CompletionResultType]::ParameterValue, 'Stop it')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Show where it is and whether it runs')
            [CompletionResult]::new('psql', 'psql', [CompletionResultType]::ParameterValue, 'Open psql as your login, or as that of --as')
            [CompletionResult]::new('backup', 'backup', [CompletionResultType]::ParameterValue, 'Write a backup of everything, this database''s or that of DATABASE_URL; its owner does')
            [CompletionResult]::new('restore', 'restore', [CompletionResultType]::ParameterValue, 'Fill an empty database with a backup, and verify it')
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
