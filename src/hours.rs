//! Hours as accounting prints them: integers only, no floating point.
//!
//! A hundredth of an hour is exactly 36 seconds, so every conversion here is
//! one integer division.

const SECONDS_PER_CENT: i64 = 36;

/// Hundredths of an hour, rounded half up, from `seconds` (0 or more).
pub fn cents(seconds: i64) -> i64 {
    let rest = seconds.rem_euclid(SECONDS_PER_CENT);
    seconds.div_euclid(SECONDS_PER_CENT) + i64::from(rest * 2 >= SECONDS_PER_CENT)
}

/// Hours with two decimals, such as `12.25`, from `seconds` (0 or more).
pub fn decimal(seconds: i64) -> String {
    from_cents(cents(seconds))
}

/// Hours with two decimals from hundredths of an hour; `-1` is `-0.01`.
pub fn from_cents(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let size = cents.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

/// `h:mm:ss`, such as `102:03:04` or `-0:00:12`.
pub fn clock(seconds: i64) -> String {
    let sign = if seconds < 0 { "-" } else { "" };
    let (minutes, seconds) = (seconds.unsigned_abs() / 60, seconds.unsigned_abs() % 60);
    format!("{sign}{}:{:02}:{seconds:02}", minutes / 60, minutes % 60)
}

/// `h:mm` for sentences and a person's own lists, such as `1:30`; seconds (0 or more) that
/// don't make a minute are left out.
pub fn minutes(seconds: i64) -> String {
    format!("{}:{:02}", seconds / 3600, seconds / 60 % 60)
}

/// `h:mm`, such as `1:30`, from `seconds` (0 or more); the seconds follow only if there are
/// any, so that what is printed always adds up.
pub fn short_clock(seconds: i64) -> String {
    match (seconds / 60, seconds % 60) {
        (minutes, 0) => format!("{}:{:02}", minutes / 60, minutes % 60),
        _ => clock(seconds),
    }
}

/// What must be added to the printed hundredths so that they make the printed
/// total: the `rounding` line of a document.
///
/// For `n` rows from [`cents`] it is at most `(n + 1) / 2` hundredths.
pub fn rounding(printed: impl IntoIterator<Item = i64>, total_cents: i64) -> i64 {
    total_cents - printed.into_iter().sum::<i64>()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn half_a_cent_goes_up() {
        assert_eq!(cents(0), 0);
        assert_eq!(cents(17), 0);
        assert_eq!(cents(18), 1);
        assert_eq!(cents(53), 1);
        assert_eq!(cents(54), 2);
        assert_eq!(cents(3600), 100);
        assert_eq!(cents(i64::MAX), i64::MAX / 36);
    }

    #[test]
    fn printed_forms() {
        assert_eq!(decimal(44_100), "12.25");
        assert_eq!(decimal(0), "0.00");
        assert_eq!(decimal(179), "0.05");
        assert_eq!(from_cents(-1), "-0.01");
        assert_eq!(from_cents(-12_345), "-123.45");
        assert_eq!(from_cents(i64::MIN), "-92233720368547758.08");
        assert_eq!(clock(0), "0:00:00");
        assert_eq!(clock(367_384), "102:03:04");
        assert_eq!(clock(-3612), "-1:00:12");
        assert_eq!(short_clock(0), "0:00");
        assert_eq!(short_clock(5400), "1:30");
        assert_eq!(short_clock(5399), "1:29:59");
        assert_eq!(short_clock(360_000), "100:00");
    }

    #[test]
    fn three_thirds_of_a_cent() {
        // 12 + 12 + 12 s print as 0.00 each, together they are 0.01.
        assert_eq!(rounding([12, 12, 12].map(cents), cents(36)), 1);
        assert_eq!(rounding([], 0), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn cents_is_the_written_formula(seconds in 0..i64::MAX) {
            let expected = (i128::from(seconds) * 100 + 1800) / 3600;
            prop_assert_eq!(i128::from(cents(seconds)), expected);
        }

        #[test]
        fn printed_numbers_reconcile(
            rows in proptest::collection::vec(0..10_000_000_i64, 0..60)
        ) {
            let total = cents(rows.iter().sum());
            let printed: Vec<i64> = rows.iter().copied().map(cents).collect();
            let difference = rounding(printed.iter().copied(), total);
            prop_assert_eq!(printed.iter().sum::<i64>() + difference, total);
            prop_assert!(difference.unsigned_abs() as usize <= rows.len().div_ceil(2));
        }
    }
}
