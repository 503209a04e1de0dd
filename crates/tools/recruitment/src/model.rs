//! The rules of recruitment, without a database.

use chrono::{Days, NaiveDate};
use samskab_platform::access::Role;
use uuid::Uuid;

/// The roles a seat can come with.
pub const SEAT_ROLES: [Role; 3] = [Role::Member, Role::Chair, Role::Politician];
/// Days an alternate has to answer.
pub const OFFER_DAYS: u64 = 7;
/// Days before the end of a term in which its holder is told.
pub const WARN_DAYS: u64 = 30;
/// Days in which what a new visitor wrote can be confirmed from their mail.
pub const DRAFT_DAYS: i64 = 7;
/// What one address can be sent in an hour without confirming any of it.
pub const DRAFTS_AN_HOUR: i64 = 5;
/// Alternates that can be named at a time.
pub const ALTERNATES: i64 = 8;

macro_rules! keyed {
    ($(#[$meta:meta])* $name:ident: $($variant:ident => $key:literal),+) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)]
        pub enum $name { $($variant),+ }

        impl $name {
            /// In the order they are shown.
            pub const ALL: &[$name] = &[$($name::$variant),+];

            /// The name in the database and in word keys.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $($name::$variant => $key),+ }
            }

            /// The one of a key.
            #[must_use]
            pub fn of(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|x| x.key() == key)
            }
        }
    };
}

keyed! {
    /// How somebody's interest came in.
    Way: Online => "online", Paper => "paper", Phone => "phone"
}

keyed! {
    /// What somebody who showed interest was answered.
    Reply: Seat => "seat", Alternate => "alternate", Group => "group", Declined => "declined"
}

keyed! {
    /// Why a seat became free. Illness is not a category: it would be a special kind of data.
    Reason: Time => "time", Moved => "moved", Task => "task", Replaced => "replaced", Other => "other", Left => "left", Term => "term"
}

impl Reason {
    /// Those a secretary chooses from; the others are the program's own.
    #[must_use]
    pub fn chosen() -> &'static [Reason] {
        &Reason::ALL[..5]
    }
}

/// Whether interest can be registered: the call is open, and its last day is not over.
#[must_use]
pub fn is_open(opened: bool, closed: bool, deadline: NaiveDate, today: NaiveDate) -> bool {
    opened && !closed && today <= deadline
}

/// The last day an alternate can answer an offer made on a day.
#[must_use]
pub fn answer_by(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(OFFER_DAYS)).unwrap_or(today)
}

/// Terms that end up to this day are told of.
#[must_use]
pub fn warned_until(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(WARN_DAYS)).unwrap_or(today)
}

/// What was decided about one who showed interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Decided {
    /// A seat of this profile.
    Seat(Uuid),
    /// Alternate for a profile, with this number.
    Alternate(Uuid, i64),
    Group,
    Declined,
}

impl Decided {
    /// As in the form: `seat:ID`, `alternate:ID:2`, `group`, `declined`.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Decided::Seat(profile) => format!("seat:{profile}"),
            Decided::Alternate(profile, place) => format!("alternate:{profile}:{place}"),
            Decided::Group => "group".to_owned(),
            Decided::Declined => "declined".to_owned(),
        }
    }

    /// What a form says.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        let mut parts = key.split(':');
        let decided = match (parts.next()?, parts.next(), parts.next()) {
            ("seat", Some(profile), None) => Decided::Seat(profile.parse().ok()?),
            ("alternate", Some(profile), Some(place)) => Decided::Alternate(profile.parse().ok()?, place.parse().ok().filter(|n| *n > 0)?),
            ("group", None, None) => Decided::Group,
            ("declined", None, None) => Decided::Declined,
            _ => return None,
        };
        parts.next().is_none().then_some(decided)
    }

    /// The answer it is.
    #[must_use]
    pub fn reply(self) -> Reply {
        match self {
            Decided::Seat(_) => Reply::Seat,
            Decided::Alternate(..) => Reply::Alternate,
            Decided::Group => Reply::Group,
            Decided::Declined => Reply::Declined,
        }
    }
}

/// A profile as it stands when decisions are made: how many seats are free, and the highest number an alternate has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Room {
    pub profile: Uuid,
    pub free: i64,
    pub last_place: i64,
}

/// Why decisions cannot be carried out together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// More get a seat of this profile than there are free ones: how many there are.
    TooMany(Uuid, i64),
    /// Two have the same number as alternate for this profile.
    SamePlace(Uuid, i64),
    /// A profile that is not recruited for.
    Unknown,
}

/// Looks at decisions that are made together.
///
/// # Errors
/// The first [`Problem`].
pub fn judge(rooms: &[Room], decisions: &[Decided]) -> Result<(), Problem> {
    let known = |profile: Uuid| rooms.iter().any(|r| r.profile == profile);
    let named = decisions.iter().filter_map(|d| match d {
        Decided::Seat(profile) | Decided::Alternate(profile, _) => Some(*profile),
        Decided::Group | Decided::Declined => None,
    });
    if !named.into_iter().all(known) {
        return Err(Problem::Unknown);
    }
    for room in rooms {
        let seats = decisions.iter().filter(|d| **d == Decided::Seat(room.profile)).count();
        if i64::try_from(seats).unwrap_or(i64::MAX) > room.free {
            return Err(Problem::TooMany(room.profile, room.free));
        }
        let mut places: Vec<i64> =
            decisions.iter().filter_map(|d| if let Decided::Alternate(p, n) = d { (*p == room.profile).then_some(*n) } else { None }).collect();
        places.sort_unstable();
        if let Some(twice) = places.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Problem::SamePlace(room.profile, twice[0]));
        }
    }
    Ok(())
}

/// What a lot gives, as decisions to begin with: in its order those who are still there, the first on the free seats, the next
/// as alternates.
#[must_use]
pub fn from_lot(profile: Uuid, free: i64, order: &[Uuid]) -> Vec<(Uuid, Decided)> {
    let free = usize::try_from(free).unwrap_or(0);
    let decided = |(i, interest): (usize, &Uuid)| {
        let place = i64::try_from(i.saturating_sub(free) + 1).unwrap_or(i64::MAX);
        (*interest, if i < free { Decided::Seat(profile) } else { Decided::Alternate(profile, place) })
    };
    order.iter().enumerate().map(decided).collect()
}

/// A pseudonym from random bytes: `K7M-4QX`, thirty bits, without letters and digits that look alike.
#[must_use]
pub fn pseudonym(bytes: [u8; 6]) -> String {
    const LETTERS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut out: String = bytes.iter().map(|b| char::from(LETTERS[usize::from(b & 31)])).collect();
    out.insert(3, '-');
    out
}

/// A telephone number as it is stored: a Danish one as eight digits, others with `+`; nothing where it is none.
#[must_use]
pub fn phone(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.' | '(' | ')' | '/')).collect();
    let abroad = plain.strip_prefix('+').or_else(|| plain.strip_prefix("00"));
    let digits = abroad.unwrap_or(&plain);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match abroad.map_or(Some(digits), |d| d.strip_prefix("45")) {
        Some(danish) if danish.len() == 8 => Some(danish.to_owned()),
        None if (6..=15).contains(&digits.len()) => Some(format!("+{digits}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(n: u128) -> Uuid {
        Uuid::from_u128(n)
    }

    fn room(profile: u128, free: i64) -> Room {
        Room { profile: id(profile), free, last_place: 0 }
    }

    #[test]
    fn no_more_get_a_seat_than_are_free() {
        let seat = Decided::Seat(id(1));
        assert_eq!(judge(&[room(1, 2)], &[seat, seat, Decided::Declined]), Ok(()));
        assert_eq!(judge(&[room(1, 2)], &[seat, seat, seat]), Err(Problem::TooMany(id(1), 2)));
        assert_eq!(judge(&[room(2, 2)], &[seat]), Err(Problem::Unknown));
    }

    #[test]
    fn two_alternates_of_a_profile_have_two_numbers() {
        let alternate = |p, n| Decided::Alternate(id(p), n);
        assert_eq!(judge(&[room(1, 0), room(2, 0)], &[alternate(1, 1), alternate(2, 1), alternate(1, 2)]), Ok(()));
        assert_eq!(judge(&[room(1, 0)], &[alternate(1, 2), alternate(1, 2)]), Err(Problem::SamePlace(id(1), 2)));
    }

    #[test]
    fn the_last_day_of_a_call_counts() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).unwrap();
        assert!(is_open(true, false, day(5), day(5)));
        assert!(!is_open(true, false, day(5), day(6)));
        assert!(!is_open(false, false, day(5), day(5)) && !is_open(true, true, day(5), day(5)));
        assert_eq!((answer_by(day(1)), warned_until(day(1))), (day(8), day(31)));
    }

    #[test]
    fn phone_numbers_are_read_as_people_write_them() {
        assert_eq!(phone("20 12 34 56").as_deref(), Some("20123456"));
        assert_eq!(phone("+45 20123456").as_deref(), Some("20123456"));
        assert_eq!(phone("+46 70 123 45 67").as_deref(), Some("+46701234567"));
        assert_eq!((phone("2012345"), phone("ring"), phone("")), (None, None, None));
    }

    proptest! {
        #[test]
        fn a_decision_is_read_as_it_was_written(profile in any::<u128>(), place in 1i64..100) {
            for decided in [Decided::Seat(id(profile)), Decided::Alternate(id(profile), place), Decided::Group, Decided::Declined] {
                prop_assert_eq!(Decided::of(&decided.key()), Some(decided));
                prop_assert_eq!(Decided::of(&format!("{}:x", decided.key())), None);
            }
        }

        #[test]
        fn what_a_lot_gives_can_always_be_carried_out(free in 0i64..6, many in 0u128..20) {
            let order: Vec<Uuid> = (0..many).map(id).collect();
            let given = from_lot(id(99), free, &order);
            prop_assert_eq!(given.len(), order.len());
            let decisions: Vec<Decided> = given.iter().map(|g| g.1).collect();
            prop_assert_eq!(judge(&[room(99, free)], &decisions), Ok(()));
            let seats = decisions.iter().filter(|d| **d == Decided::Seat(id(99))).count();
            prop_assert_eq!(seats, order.len().min(usize::try_from(free).unwrap()));
            prop_assert!(given.iter().take(seats).all(|g| matches!(g.1, Decided::Seat(_))), "the first get the seats");
        }

        #[test]
        fn pseudonyms_have_no_letters_that_look_alike(bytes in any::<[u8; 6]>()) {
            let name = pseudonym(bytes);
            prop_assert_eq!(name.len(), 7);
            prop_assert!(!name.contains(['0', 'O', '1', 'I']));
        }
    }
}
