//! Hours as they are billed: hundredths of an hour from whole seconds, in
//! integers only.

/// Hundredths of an hour, half up: 18 seconds are 0.01 h.
pub fn cents(seconds: i64) -> i64 {
    (seconds * 100 + 1800) / 3600
}

/// Hours with two decimals, such as `12.25`.
pub fn decimal(seconds: i64) -> String {
    from_cents(cents(seconds))
}

/// Hundredths of an hour with two decimals, such as `12.25` or `-0.01`.
pub fn from_cents(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.unsigned_abs();
    format!("{sign}{}.{:02}", cents / 100, cents % 100)
}

/// `h:mm:ss`, such as `12:15:00`.
pub fn clock(seconds: i64) -> String {
    format!(
        "{}:{:02}:{:02}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    )
}

/// What is missing from the printed hundredths to the printed total.
pub fn rounding(printed: impl IntoIterator<Item = i64>, total_cents: i64) -> i64 {
    total_cents - printed.into_iter().sum::<i64>()
}
