//! Time, identity and chance, passed in: nothing below the program's edge asks the system for them.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, SubsecRound, Utc};
use chrono_tz::Europe::Copenhagen;
use rand::rngs::{StdRng, SysRng};
use rand::{Rng, SeedableRng, TryRng};
use uuid::Uuid;

use crate::error::{Error, Result};

/// The time it is, ids and random bytes. Tests and the demonstration give their own.
#[derive(Clone)]
pub struct Clock(Arc<Mutex<State>>);

struct State {
    now: Now,
    chance: StdRng,
}

enum Now {
    /// The system's.
    System,
    /// Stands still.
    Fixed(DateTime<Utc>),
    /// The system's, so much later.
    Ahead(Duration),
}

impl Clock {
    /// The system's clock and the system's randomness: the one place that asks for either.
    #[must_use]
    #[allow(clippy::disallowed_methods)]
    pub fn system() -> Self {
        Self(Arc::new(Mutex::new(State { now: Now::System, chance: StdRng::from_rng(&mut rand::rng()) })))
    }

    /// The system's clock, which [`Clock::go_to`] can put ahead.
    #[must_use]
    pub fn movable() -> Self {
        let clock = Self::system();
        clock.state().now = Now::Ahead(Duration::zero());
        clock
    }

    /// A clock that stands still until it is set, and chance from a seed: the same ids and codes every time.
    #[must_use]
    pub fn fixed(at: DateTime<Utc>, seed: u64) -> Self {
        Self(Arc::new(Mutex::new(State { now: Now::Fixed(at), chance: StdRng::seed_from_u64(seed) })))
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Moves a fixed clock.
    pub fn set(&self, at: DateTime<Utc>) {
        self.state().now = Now::Fixed(at);
    }

    /// Puts a movable clock ahead to this moment, from which it goes on. `false` where the clock cannot be moved, or the moment has passed.
    pub fn go_to(&self, at: DateTime<Utc>) -> bool {
        let further = at - self.now();
        match &mut self.state().now {
            Now::Ahead(by) if further >= Duration::zero() => {
                *by += further;
                true
            }
            _ => false,
        }
    }

    /// Now, in UTC, to the microsecond (what both databases keep).
    #[must_use]
    #[allow(clippy::disallowed_methods)]
    pub fn now(&self) -> DateTime<Utc> {
        let now = match self.state().now {
            Now::System => Utc::now(),
            Now::Fixed(at) => at,
            Now::Ahead(by) => Utc::now() + by,
        };
        now.trunc_subsecs(6)
    }

    /// Today's date in Denmark.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&Copenhagen).date_naive()
    }

    /// A new UUIDv7 of this moment.
    #[must_use]
    pub fn id(&self) -> Uuid {
        let now = self.now();
        let mut bytes = [0u8; 10];
        self.fill(&mut bytes);
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }

    /// Fills with random bytes.
    pub fn fill(&self, bytes: &mut [u8]) {
        self.state().chance.fill_bytes(bytes);
    }

    /// A random number in [0, 1).
    #[must_use]
    pub fn chance(&self) -> f64 {
        let mut bytes = [0u8; 8];
        self.fill(&mut bytes);
        // 53 bits: every double of that grid is reachable, one never is.
        (u64::from_le_bytes(bytes) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A random token for a cookie or a link: 32 bytes as hex.
    #[must_use]
    pub fn token(&self) -> String {
        let mut bytes = [0u8; 32];
        self.fill(&mut bytes);
        hex(&bytes)
    }
}

/// Random bytes for keys and nonces. They always come from the operating system, never from the seed of a test or the demonstration.
///
/// # Errors
/// [`Error::Internal`] when the system has none to give.
pub fn system_random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    SysRng.try_fill_bytes(&mut bytes).map_err(|e| Error::Internal(format!("the system gives no random bytes: {e}")))?;
    Ok(bytes)
}

/// Lower-case hex.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, b| {
        let _ = write!(out, "{b:02x}");
        out
    })
}

/// A time of day as a time field sends it (`19:00`) or as a Dane writes it (`19`, `19.30`, `kl. 19.30`).
#[must_use]
pub fn time_of_day(text: &str) -> Option<NaiveTime> {
    let text = text.trim().trim_start_matches("kl.").trim_start_matches("kl").trim();
    let (hours, minutes) = text.split_once([':', '.']).unwrap_or((text, "00"));
    let digits = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    // Seconds, which some browsers send, are cut off.
    let minutes = minutes.split(':').next().unwrap_or(minutes);
    if !digits(hours, 2) || minutes.len() != 2 || !digits(minutes, 2) {
        return None;
    }
    NaiveTime::from_hms_opt(hours.parse().ok()?, minutes.parse().ok()?, 0)
}

/// Whole days from `from` to `to`.
#[must_use]
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    i64::from(to.num_days_from_ce()) - i64::from(from.num_days_from_ce())
}

/// The date so many days after (before, if negative) a date.
#[must_use]
pub fn plus_days(date: NaiveDate, days: i64) -> NaiveDate {
    date + Duration::days(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_movable_clock_goes_ahead_and_none_goes_back() {
        let (system, movable) = (Clock::system(), Clock::movable());
        let later = system.now() + Duration::days(200);
        assert!(!system.go_to(later) && !Clock::fixed(later, 1).go_to(later + Duration::days(1)));
        assert!(system.now() < later, "the system's clock stands as it stood");
        assert!(movable.go_to(later) && movable.now() >= later);
        assert!(movable.now() < later + Duration::hours(1), "it goes on from there, and no farther");
        assert!(!movable.go_to(later - Duration::days(1)), "what has passed has passed");
        assert!(movable.now() >= later);
        assert!(movable.go_to(later + Duration::days(30)) && movable.now() >= later + Duration::days(30), "as often as one likes");
    }
}
